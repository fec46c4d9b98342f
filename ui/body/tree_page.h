// A JSON or XML body as a tree, with the path of where one is and what can be copied. GUI thread.
#pragma once

#include "ui/body/tree_model.h"

#include <QWidget>

class QLineEdit;
class QTreeView;

namespace sonde::ui
{

class TreePage : public QWidget
{
    Q_OBJECT
public:
    // Octets of a value that a copy may put on the clipboard.
    static constexpr qint64 copyLimit = 64LL << 20;

    explicit TreePage(QWidget *parent = nullptr);
    ~TreePage() override;

    void setSource(std::shared_ptr<const body::ByteSource> source,
                   const body::TreeForm &form = *body::TreeForm::of(body::Language::Json),
                   const QByteArray &charset = "UTF-8")
    {
        m_model.setSource(std::move(source), form, charset);
        showPath(); // in another charset it is another
    }
    void noteGrowth() { m_model.noteGrowth(); }
    // Opens and selects the value that holds the octet.
    void reveal(qint64 octet) { m_model.reveal(octet); }

    [[nodiscard]] TreeModel &model() { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] QString path() const;
    // Of the value that is selected, or of its member's name.
    [[nodiscard]] std::optional<qint64> currentOctet() const;
    void copyPath();
    // A string without its quotes and escapes; anything else as it stands in the body.
    void copyValue();
    // The value laid out for reading.
    void copyPretty();

Q_SIGNALS:
    void copyRefused(qint64 from, qint64 to); // more than copyLimit

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    void buildActions();
    void copy(body::TreeForm::CopyAs as);
    void showPath();

    TreeModel m_model;
    body::StopMark m_copying = body::makeStopMark();
    bool m_opened = false; // the document's root
    QTreeView *m_tree;
    QLineEdit *m_path;
};

} // namespace sonde::ui
