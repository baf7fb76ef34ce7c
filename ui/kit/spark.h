#pragma once
#include "ui/kit/accessible.h"
#include <QList>
#include <QWidget>
#include <optional>

namespace vox::kit {

// A small line of values with its last point marked and the goal as a dotted hairline. No frame, no axis.
class Spark : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Spark(QWidget *parent = nullptr);
    void setValues(const QList<double> &values, std::optional<double> goal = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Chart; }
    QString readName() const override { return tr("Trend"); }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QList<double> m_values;
    std::optional<double> m_goal;
};

} // namespace vox::kit
