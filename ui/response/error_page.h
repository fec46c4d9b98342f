// Why there is no response, or no whole one: what, where, why, fix, details. GUI thread.
#pragma once

#include "ui/response/error_text.h"
#include "ui/response/hop_snapshot.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sonde::ui
{

class CertificateTable;
class FlowLayout;
class PhaseStrip;

class ErrorPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit ErrorPage(QWidget *parent = nullptr);

    // The hop must have an error.
    void showHop(const HopSnapshot &hop);
    // All five blocks as text, for a bug report.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void fixChosen(sonde::ui::Fix fix);
    void handshakeRequested(); // how TLS went, step by step

private:
    QWidget *buildPage();
    void addWhat(QWidget *page, QVBoxLayout *column);
    void addWhere(QWidget *page, QVBoxLayout *column);
    void addWhy(QWidget *page, QVBoxLayout *column);
    void addFixes(QWidget *page, QVBoxLayout *column);
    void addDetails(QWidget *page, QVBoxLayout *column);
    QLabel *addHeading(QLayout *into, const QString &text);
    void setFixes(const std::vector<Fix> &fixes);
    [[nodiscard]] static QString detailsText(const http::Error &error, const QString &detail);

    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_where = nullptr;
    PhaseStrip *m_strip = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_chainHeading = nullptr;
    CertificateTable *m_chain = nullptr;
    QPushButton *m_handshake = nullptr;
    QLabel *m_fixHeading = nullptr;
    QWidget *m_fixes = nullptr;
    QLabel *m_details = nullptr;
    http::Error m_error;
};

} // namespace sonde::ui
