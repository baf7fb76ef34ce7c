#include "ui/kit/section_header.h"
#include "ui/kit/count_badge.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace vox::kit {

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(title, TextStyle::SmallStrong, Colour::Text2, this))
    , m_note(makeLabel({}, TextStyle::Small, Colour::Text2, this))
    , m_count(new CountBadge(0, BadgeTone::Quiet, this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(16, 0, 16, 0);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count);
    m_row->addStretch(1);
    m_row->addWidget(m_note);
    m_note->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(title);
    setMinimumHeight(Theme::of(this).metrics().sectionHeader); // with wrapped words in it only its layout would be asked
}

void SectionHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) setMinimumHeight(Theme::of(this).metrics().sectionHeader);
    QWidget::changeEvent(event);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeader::setCount(int count)
{
    m_count->setCount(count);
}

void SectionHeader::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SectionHeader::addAction(QWidget *widget)
{
    m_row->addWidget(widget);
}

void SectionHeader::setHairline(bool below)
{
    m_hairline = below;
    update();
}

QSize SectionHeader::sizeHint() const
{
    return {m_row->sizeHint().width(), qMax(Theme::of(this).metrics().sectionHeader, m_row->sizeHint().height())};
}

QSize SectionHeader::minimumSizeHint() const
{
    return {m_row->minimumSize().width(), sizeHint().height()};
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    if (!m_hairline) return;
    QPainter painter(this);
    hairlineAcross(painter, 0, width(), height() - 1, Theme::of(this)[Colour::Line1]);
}

} // namespace vox::kit
