#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace vox::kit {

// One of a few, side by side in one trough. Arrow keys move inside, Tab leaves.
class Segments : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Segments(const QStringList &names = {}, QWidget *parent = nullptr);

    // Index of the new segment. `icon` is a name of icon_names.h or "".
    int add(const QString &name, const char *icon = "");
    // New words for the same segments, after a change of language.
    void setNames(const QStringList &names);
    int current() const;
    void setCurrent(int index);
    int count() const;

    QAccessible::Role readRole() const override { return QAccessible::Grouping; }

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    QButtonGroup *m_group;
};

} // namespace vox::kit
