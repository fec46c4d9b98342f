// The folders of the sidebar as a model. A new reading of a folder changes only the rows that
// differ, so that selection and open branches stay. GUI thread.
#pragma once

#include "collection/git_marks.h"
#include "collection/library.h"

#include <QAbstractItemModel>

#include <memory>

namespace sonde::ui
{

class CollectionModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole,
        PathRole,
        IndexRole,
        MethodRole,
        LikenessRole,
        ProblemRole,
        MarkRole
    };

    explicit CollectionModel(QObject *parent = nullptr);
    ~CollectionModel() override;

    // The folders at the top, in this order.
    void setRoots(const std::vector<collection::Entry> &roots);
    // What changed since the last commit.
    void setMarks(const collection::GitMarks &marks);
    [[nodiscard]] QModelIndex find(const QString &path, int index) const;
    // Every request with the folders it is in, for finding by name.
    struct Listed {
        QString name;
        QString where;
        QString method;
        QString path;
        int index;
    };
    [[nodiscard]] std::vector<Listed> requests() const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    // A name is not changed here: the file is, and the rows follow.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;

Q_SIGNALS:
    void nameEdited(const QModelIndex &index, const QString &name);

private:
    struct Item;
    [[nodiscard]] static QString markText(collection::GitMark mark);
    [[nodiscard]] collection::GitMark markOf(const collection::Entry &node) const;
    [[nodiscard]] QString toolTipOf(const collection::Entry &node) const;
    [[nodiscard]] Item *itemOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Item *item) const;
    void merge(Item *into, const std::vector<collection::Entry> &nodes);
    void arrange(Item *into, const std::vector<collection::Entry> &nodes);
    void insert(Item *into, int row, const collection::Entry &node);
    static std::unique_ptr<Item> make(Item *parent, const collection::Entry &node);

    std::unique_ptr<Item> m_root;
    collection::GitMarks m_marks;
};

} // namespace sonde::ui
