// The values of a JSON or XML body as a tree that reads only what is opened: children are counted
// by workers, found by number, and put into stretches of a thousand. GUI thread.
#pragma once

#include "ui/body/tree_node.h"

#include <QAbstractItemModel>
#include <QHash>

namespace sonde::ui
{

class TreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Name, Value, ColumnCount };

    explicit TreeModel(QObject *parent = nullptr);
    ~TreeModel() override;

    // Null shows nothing.
    void setSource(std::shared_ptr<const body::ByteSource> source,
                   const body::TreeForm &form = *body::TreeForm::of(body::Language::Json),
                   const QByteArray &charset = "UTF-8");
    [[nodiscard]] const body::TreeForm &form() const { return *m_form; }
    [[nodiscard]] const QByteArray &charset() const { return m_charset; }
    [[nodiscard]] const std::shared_ptr<const body::ByteSource> &source() const { return m_source; }
    // The source has grown or is finished.
    void noteGrowth();

    // As the form writes it; of a stretch, that of its container.
    [[nodiscard]] QByteArray pathOf(const QModelIndex &index) const;
    // Where its name and value stand; nothing for a stretch.
    [[nodiscard]] std::optional<body::TreeChild> childAt(const QModelIndex &index) const;
    // Opens the way to the innermost value that holds the octet; revealed() tells when it is there.
    void reveal(qint64 octet);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void revealed(const QModelIndex &index);

private:
    struct Findings;
    using Work = std::function<void(Findings &found, body::JsonInput &input)>;

    void setReading();
    [[nodiscard]] TreeNode *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const TreeNode &node, int column = 0) const;
    [[nodiscard]] std::unique_ptr<TreeNode> makeNode(TreeNode &parent, qint64 first);
    void forget(const TreeNode &node);
    void dropRows(TreeNode &node);

    // Workers and what they bring.
    void start(quint64 node, Work work);
    void takeOver(quint64 node, const Findings &found);
    void load(TreeNode &node);
    void scan(TreeNode &node);
    void fill(TreeNode &node);
    void fillStretches(TreeNode &node);
    void fetch(TreeNode &node);
    void insert(TreeNode &node, const std::vector<body::TreeChild> &children);
    void goOnRevealing();

    [[nodiscard]] QString nameOf(const TreeNode &node) const;
    [[nodiscard]] QString valueOf(const TreeNode &node) const;
    [[nodiscard]] QString countOf(const TreeNode &node) const;

    std::shared_ptr<const body::ByteSource> m_source;
    const body::TreeForm *m_form;
    QByteArray m_charset = "UTF-8"; // as of body::charsetNamed(), of octets: not UTF-16 or UTF-32
    mutable std::unique_ptr<body::JsonInput> m_input; // for the rows in sight
    std::unique_ptr<TreeNode> m_document;
    QHash<quint64, TreeNode *> m_nodes; // those a worker may come back to
    quint64 m_lastId = 0;
    body::StopMark m_stop = body::makeStopMark();
    std::optional<std::vector<body::TreePlace>> m_way; // to what is to be revealed
    qint64 m_wanted = 0;                               // the octet asked for last
};

} // namespace sonde::ui
