#include "ui/kit/segments.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace vox::kit {

namespace {

class Segment final : public QPushButton {
public:
    Segment(const QString &name, const char *icon, QWidget *parent)
        : QPushButton(name, parent)
        , m_icon(icon)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const Theme &t = Theme::of(this);
        const int icon = *m_icon ? t.metrics().iconInline + t.px(6) : 0;
        return {textWidth(t.font(TextStyle::BodyStrong), text()) + icon + 2 * t.px(10), t.metrics().small};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &t = Theme::of(this);
        const Metrics &m = t.metrics();
        QPainter painter(this);
        if (isChecked()) {
            if (!t.isDark()) drawBox(painter, QRectF(rect()).adjusted(0, 1, 0, 1), m.radiusTag, QColor(0x14, 0x16, 0x18, 0x1A));
            drawBox(painter, rect(), m.radiusTag, t[t.isDark() ? Colour::Line2 : Colour::Surface2]);
        }
        const QColor ink = t[!isEnabled() ? Colour::TextDisabled : isChecked() || underMouse() ? Colour::Text1 : Colour::Text2];
        painter.setFont(t.font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body));
        const int icon = *m_icon ? m.iconInline + t.px(6) : 0;
        const int wide = painter.fontMetrics().horizontalAdvance(text());
        const int x = (width() - wide - icon) / 2;
        if (*m_icon) drawIcon(painter, m_icon, QRect(x, (height() - m.iconInline) / 2, m.iconInline, m.iconInline), ink);
        drawLine(painter, QRect(x + icon, 0, wide + 1, height()), text(), ink);
    }

private:
    const char *m_icon;
};

} // namespace

Segments::Segments(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) emit currentChanged(id);
    });
    measure();
    for (const QString &name : names) add(name);
}

int Segments::add(const QString &name, const char *icon)
{
    auto *segment = new Segment(name, icon, this);
    const int index = count();
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    if (index == 0) segment->setChecked(true);
    return index;
}

void Segments::setNames(const QStringList &names)
{
    for (int i = 0; i < count() && i < names.size(); ++i) {
        m_group->button(i)->setText(names[i]);
        m_group->button(i)->updateGeometry();
    }
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index)) button->setChecked(true);
}

int Segments::count() const
{
    return int(m_group->buttons().size());
}

void Segments::measure()
{
    layout()->setContentsMargins(2, 2, 2, 2);
}

void Segments::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    drawBox(painter, rect(), t.metrics().radiusControl, t[Colour::Surface3]);
}

void Segments::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) measure();
    QWidget::changeEvent(event);
}

} // namespace vox::kit
