// A JSON body as a tree, with the path of where one is and what can be copied. GUI thread.
#pragma once

#include "ui/body/json_tree_model.h"

#include <QWidget>

class QLineEdit;
class QTreeView;

namespace sonde::ui
{

class JsonTreePage : public QWidget
{
    Q_OBJECT
public:
    // Octets of a value that a copy may put on the clipboard.
    static constexpr qint64 copyLimit = 64LL << 20;

    explicit JsonTreePage(QWidget *parent = nullptr);

    void setSource(std::shared_ptr<const body::ByteSource> source) { m_model.setSource(source); }
    void noteGrowth() { m_model.noteGrowth(); }
    // Opens and selects the value that holds the octet.
    void reveal(qint64 octet) { m_model.reveal(octet); }

    [[nodiscard]] JsonTreeModel &model() { return m_model; }
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
    enum class Form : quint8 { Plain, LaidOut };
    void buildTree();
    void buildActions();
    void copy(Form form);
    void showPath();

    JsonTreeModel m_model;
    QTreeView *m_tree;
    QLineEdit *m_path;
};

} // namespace sonde::ui
