#pragma once
#include "ui/kit/count_badge.h"
#include <QWidget>

class QVBoxLayout;
class QButtonGroup;

namespace vox::kit {

class RailItem;

// The navigation rail: one button a screen, 48 px wide with icons or 184 with names. Up and Down move, Tab leaves.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    // In order from the top; `atBottom` puts the item under the stretch (settings).
    enum class Place { Top, Bottom };
    void add(const QString &id, const char *icon, const QString &name, const QString &shortcut = {}, Place place = Place::Top);
    // A new word after a change of language.
    void rename(const QString &id, const QString &name, const QString &shortcut = {});
    void setBadge(const QString &id, int count, BadgeTone tone = BadgeTone::Quiet);
    QString current() const;
    // Does not emit chosen().
    void setCurrent(const QString &id);
    bool isExpanded() const { return m_expanded; }
    // What the person wants; a narrow window is collapsed all the same.
    void setExpanded(bool expanded);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold();
    RailItem *item(const QString &id) const;
    QList<RailItem *> m_items;
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    int m_top = 0;
    bool m_wanted = false;
    bool m_expanded = false;
};

} // namespace vox::kit
