// The bar above a JSON body that takes an expression of JSONPath or of jq and says what came of it.
// GUI thread.
#pragma once

#include "body/json_path.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QTimer;

namespace sonde::ui
{

class ProblemLabel;

class JsonPathBar : public QFrame
{
    Q_OBJECT
public:
    explicit JsonPathBar(QWidget *parent = nullptr);

    void open();
    void close();
    // Tells the expression once more, for another body.
    void read();
    // What is known of the result; an empty problem when there is none.
    void showResult(qint64 matches, bool whole, const QString &problem);
    // The expression came to nothing; what was shown before it stays.
    void refuse(const QString &problem);
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    // Nothing: the whole body.
    void changed(const std::optional<sonde::body::JsonPath> &path);
    // In place of the former.
    void jqWanted(const QByteArray &expression);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isJq() const;
    void takeLanguage();
    void askJq();

    QComboBox *m_language;
    QLineEdit *m_field;
    QLabel *m_count;
    ProblemLabel *m_problem;
    QTimer *m_pause; // a process is started when one has stopped typing
};

} // namespace sonde::ui
