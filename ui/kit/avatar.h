#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

namespace vox::kit {

// A person as initials in a small circle. The full name is the tool tip and what is read.
class Avatar : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Avatar(const QString &name = {}, QWidget *parent = nullptr);
    void setName(const QString &name);
    static QString initials(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role readRole() const override { return QAccessible::Graphic; }
    QString readName() const override { return m_name; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QString m_name;
};

} // namespace vox::kit
