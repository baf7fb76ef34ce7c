#include "ui/kit/rail.h"
#include "ui/kit/paint.h"
#include "ui/kit/rail_item.h"
#include <QButtonGroup>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace vox::kit {

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_group->setExclusive(true);
    m_column->setContentsMargins(0, 4, 0, 4);
    m_column->setSpacing(2);
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Navigation"));
    // Only what the person does counts; setCurrent() is silent.
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        emit chosen(static_cast<RailItem *>(button)->id());
    });
}

void Rail::add(const QString &id, const char *icon, const QString &name, const QString &shortcut, Place place)
{
    auto *item = new RailItem(id, icon, this);
    item->setName(name, shortcut);
    item->setExpanded(m_expanded);
    item->installEventFilter(this);
    m_group->addButton(item);
    m_items.append(item);
    if (place == Place::Top) m_column->insertWidget(m_top++, item);
    else m_column->addWidget(item);
}

RailItem *Rail::item(const QString &id) const
{
    for (RailItem *item : m_items)
        if (item->id() == id) return item;
    return nullptr;
}

void Rail::rename(const QString &id, const QString &name, const QString &shortcut)
{
    if (RailItem *found = item(id)) found->setName(name, shortcut);
}

void Rail::setBadge(const QString &id, int count, BadgeTone tone)
{
    if (RailItem *found = item(id)) found->setBadge(count, tone);
}

QString Rail::current() const
{
    const auto *checked = static_cast<const RailItem *>(m_group->checkedButton());
    return checked ? checked->id() : QString();
}

void Rail::setCurrent(const QString &id)
{
    if (RailItem *found = item(id)) found->setChecked(true);
}

void Rail::setExpanded(bool expanded)
{
    m_wanted = expanded;
    fold();
}

void Rail::fold()
{
    const bool expanded = m_wanted && window()->width() >= Theme::of(this).metrics().overlayPanelBelow;
    if (expanded == m_expanded) return;
    m_expanded = expanded;
    for (RailItem *item : m_items) item->setExpanded(expanded);
    updateGeometry();
}

QSize Rail::sizeHint() const
{
    const Metrics &m = Theme::of(this).metrics();
    return {m_expanded ? m.railExpanded : m.railCollapsed, m_column->sizeHint().height()};
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this)[Colour::Surface0]);
}

bool Rail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const auto at = m_items.indexOf(static_cast<RailItem *>(watched));
        if (step != 0 && at >= 0) {
            m_items[(at + step + m_items.size()) % m_items.size()]->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    if (watched == window() && event->type() == QEvent::Resize) fold();
    return QWidget::eventFilter(watched, event);
}

bool Rail::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::ParentChange) {
        window()->installEventFilter(this);
        fold();
    }
    return QWidget::event(event);
}

} // namespace vox::kit
