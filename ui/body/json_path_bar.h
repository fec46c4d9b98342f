// The bar above a JSON body that takes a JSONPath expression and says what came of it. GUI thread.
#pragma once

#include "body/json_path.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace sonde::ui
{

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
    void clearResult();
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    // Nothing: the whole body.
    void changed(const std::optional<sonde::body::JsonPath> &path);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say(const QString &problem);

    QLineEdit *m_field;
    QLabel *m_count;
    QLabel *m_problem;
};

} // namespace sonde::ui
