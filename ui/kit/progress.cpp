#include "ui/kit/progress.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vox::kit {

Progress::Progress(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setRole(m_cancel, ButtonRole::Normal, ControlSize::Small);
    setText(m_cancel, TextStyle::Control);
    connect(m_cancel, &QPushButton::clicked, this, &Progress::cancelled);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Progress::setWhat(const QString &what)
{
    m_what = what;
    update();
}

void Progress::setDone(double done, const QString &amount, int secondsLeft)
{
    m_done = qBound(0.0, done, 1.0);
    m_amount = amount;
    m_secondsLeft = secondsLeft;
    update();
}

void Progress::setCancellable(bool can)
{
    m_cancel->setVisible(can);
    update();
}

QString Progress::timeLeft(int seconds)
{
    if (seconds < 0) return {};
    if (seconds < 60) return tr("about %1 s left").arg(qMax(1, seconds));
    if (seconds < 90 * 60) return tr("about %1 min left").arg((seconds + 30) / 60);
    return tr("about %1 h left").arg((seconds + 1800) / 3600);
}

QString Progress::readValue() const
{
    const QString left = timeLeft(m_secondsLeft);
    const QString amount = m_amount.isEmpty() ? QLocale().toString(qRound(m_done * 100)) + u" %"_s : m_amount;
    return left.isEmpty() ? amount : tr("%1, %2").arg(amount, left);
}

QSize Progress::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(320), t.px(44)};
}

QSize Progress::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(120) + m_cancel->sizeHint().width(), t.px(44)};
}

void Progress::place()
{
    const QSize size = m_cancel->sizeHint();
    m_cancel->setGeometry(QRect(QPoint(width() - size.width(), (height() - size.height()) / 2), size));
}

void Progress::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const int right = m_cancel->isVisibleTo(this) ? m_cancel->x() - t.px(12) : width();
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Body));
    drawLine(painter, QRect(0, 0, right, t.px(20)), m_what, t[Colour::Text1]);
    const int high = t.metrics().slimTrack;
    drawBox(painter, QRectF(0, t.px(22), right, high), high / 2.0, t[Colour::Surface3]);
    if (m_done > 0) drawBox(painter, QRectF(0, t.px(22), qMax(double(high), right * m_done), high), high / 2.0, t[Colour::Accent]);
    painter.setFont(t.font(TextStyle::Small));
    drawLine(painter, QRect(0, t.px(28), right, t.px(16)), readValue(), t[Colour::Text2]);
}

void Progress::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void Progress::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) m_cancel->setText(tr("Cancel"));
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) place();
    QWidget::changeEvent(event);
}

} // namespace vox::kit
