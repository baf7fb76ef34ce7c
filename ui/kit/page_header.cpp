#include "ui/kit/page_header.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QToolButton>

namespace vox::kit {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_back(new QToolButton(this))
    , m_icon(new QLabel(this))
    , m_title(makeLabel(title, TextStyle::Title, Colour::Text1, this))
    , m_note(makeLabel({}, TextStyle::Small, Colour::Text2, this))
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_leftRow(new QHBoxLayout(m_left))
    , m_rightRow(new QHBoxLayout(m_right))
    , m_text(title)
{
    auto *back = static_cast<QToolButton *>(m_back);
    back->setIcon(kit::icon("chevron-left"));
    back->setAccessibleName(tr("Back"));
    back->setToolTip(tr("Back"));
    back->setVisible(false);
    connect(back, &QToolButton::clicked, this, &PageHeader::back);
    m_leftRow->setContentsMargins(0, 0, 0, 0);
    m_leftRow->addWidget(m_back);
    m_leftRow->addWidget(m_icon);
    m_leftRow->addWidget(m_title);
    m_leftRow->addWidget(m_note);
    m_leftRow->addStretch(1);
    m_icon->hide();
    m_note->hide();
    m_rightRow->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void PageHeader::setTitle(const QString &title)
{
    m_text = title;
    setAccessibleName(title);
    arrange();
}

void PageHeader::setIcon(const char *name)
{
    m_iconName = name;
    m_icon->setVisible(*name);
    const Theme &t = Theme::of(this);
    if (*name) m_icon->setPixmap(iconPixmap(name, t.metrics().icon, t[Colour::Text2], devicePixelRatioF()));
    arrange();
}

void PageHeader::setNote(const QString &note)
{
    m_noteText = note;
    m_note->setText(note);
    arrange();
}

void PageHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
    arrange();
}

void PageHeader::addTag(QWidget *tag)
{
    m_leftRow->insertWidget(m_leftRow->indexOf(m_note), tag);
    m_tags.append(tag);
    tag->show();
    arrange();
}

void PageHeader::addAction(QWidget *widget)
{
    m_rightRow->addWidget(widget);
    widget->show();
    arrange();
}

QTabBar *PageHeader::tabs()
{
    if (m_tabs) return m_tabs;
    m_tabs = new QTabBar(this);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    setTabHeight(m_tabs, 44);
    m_tabs->show();
    arrange();
    return m_tabs;
}

QSize PageHeader::sizeHint() const
{
    const Metrics &m = Theme::of(this).metrics();
    const int tabs = m_tabs ? m_tabs->sizeHint().width() + m.panelPadding : 0;
    return {m_left->sizeHint().width() + m_right->sizeHint().width() + tabs + 3 * m.panelPadding, m.header};
}

QSize PageHeader::minimumSizeHint() const
{
    const Metrics &m = Theme::of(this).metrics();
    return {m_right->minimumSizeHint().width() + m.railExpanded, m.header};
}

// Right side first, then the tabs, and the left side gets what is left over.
void PageHeader::arrange()
{
    const Theme &t = Theme::of(this);
    const int pad = t.metrics().panelPadding, high = height() - 1;
    const int rightWide = m_rightRow->count() ? m_right->sizeHint().width() : 0;
    m_right->setGeometry(width() - pad - rightWide, 0, rightWide, high);
    int edge = m_right->x() - (rightWide ? pad : 0);
    const int leftStart = m_back->isVisibleTo(m_left) ? t.metrics().grid : pad;
    const int titleWide = textWidth(t.font(TextStyle::Title), m_text);
    if (m_tabs) {
        const int wanted = m_tabs->sizeHint().width();
        const int least = leftStart + qMin(titleWide, t.px(160)) + t.px(40) + pad;
        int x = qMax((width() - wanted) / 2, least);
        x = qMax(least, qMin(x, edge - wanted));
        m_tabs->setGeometry(x, 0, qMax(t.px(48), qMin(wanted, edge - x)), height());
        edge = x - pad;
    }
    const int room = qMax(0, edge - leftStart);
    m_left->setGeometry(leftStart, 0, room, high);
    int fixed = titleWide + 2;
    for (const QWidget *widget : {m_back, static_cast<QWidget *>(m_icon)})
        if (widget->isVisibleTo(m_left)) fixed += widget->sizeHint().width() + t.metrics().grid;
    int used = fixed;
    for (QWidget *tag : m_tags) {
        const int wide = tag->sizeHint().width() + t.metrics().grid;
        tag->setVisible(used + wide <= room);
        if (used + wide <= room) used += wide;
    }
    const int noteWide = m_note->sizeHint().width() + t.metrics().grid;
    m_note->setVisible(!m_noteText.isEmpty() && used + noteWide <= room);
    const int titleRoom = qMax(0, room - (fixed - titleWide));
    m_title->setText(titleWide <= titleRoom ? m_text : QFontMetrics(m_title->font()).elidedText(m_text, Qt::ElideRight, titleRoom));
    m_title->setToolTip(titleWide <= titleRoom ? QString() : m_text);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    hairlineAcross(painter, 0, width(), height() - 1, Theme::of(this)[Colour::Line1]);
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool PageHeader::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange) setIcon(m_iconName);
    if (event->type() == QEvent::LanguageChange) {
        m_back->setAccessibleName(tr("Back"));
        m_back->setToolTip(tr("Back"));
    }
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {
        // What a part asks for is laid out; only what comes out another size goes on to the parent, or it would never end.
        if (const QSize wanted = sizeHint(); wanted != m_wanted) {
            m_wanted = wanted;
            updateGeometry();
        }
        arrange();
    }
    return done;
}

} // namespace vox::kit
