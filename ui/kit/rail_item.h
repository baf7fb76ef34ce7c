#pragma once
#include "ui/kit/count_badge.h"
#include <QPushButton>

namespace vox::kit {

// One screen's button in the rail. Private to Rail.
class RailItem : public QPushButton {
    Q_OBJECT
public:
    RailItem(const QString &id, const char *icon, QWidget *parent);
    const QString &id() const { return m_id; }
    void setName(const QString &name, const QString &shortcut);
    void setBadge(int count, BadgeTone tone);
    void setExpanded(bool expanded);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void describe();
    QString m_id;
    const char *m_icon;
    QString m_shortcut;
    int m_count = 0;
    BadgeTone m_tone = BadgeTone::Quiet;
    bool m_expanded = false;
};

} // namespace vox::kit
