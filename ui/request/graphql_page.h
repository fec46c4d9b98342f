// The body of a GraphQL request in its two parts, the query and its variables, which one text holds
// in the file. GUI thread.
#pragma once

#include <QWidget>

class QSplitter;

namespace sonde::ui
{

class CodeEdit;

class GraphQlPage : public QWidget
{
    Q_OBJECT
public:
    explicit GraphQlPage(QWidget *parent = nullptr);

    void setBody(const QString &body);
    // What was set, with what a person changed of it.
    [[nodiscard]] const QString &body() const { return m_body; }
    // Whether the variables are a JSON object, as far as that can be said.
    [[nodiscard]] bool areVariablesSound() const;
    void layVariablesOut();

Q_SIGNALS:
    void edited(); // by the person

private:
    [[nodiscard]] CodeEdit *addPart(const QString &name, const QString &spoken);
    void take();

    QSplitter *m_split;
    CodeEdit *m_query;
    CodeEdit *m_variables;
    QString m_body;
    QString m_written; // as it was set: what stands between the parts stays as it is there
    bool m_filling = false;
};

} // namespace sonde::ui
