#include "ui/kit/toast_card.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include <QPushButton>
#include <QToolButton>

namespace vox::kit {

namespace {

// The outlined button on a filled emergency.
class OnSolidButton final : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &t = Theme::of(this);
        QPainter painter(this);
        QColor edge = t.onSolid(Meaning::Emergency);
        painter.setFont(font());
        if (isDown() || underMouse()) edge.setAlphaF(1.0f);
        else edge.setAlphaF(0.6f);
        drawBox(painter, rect(), t.metrics().radiusControl, {}, edge);
        painter.setPen(t.onSolid(Meaning::Emergency));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
    }
};

} // namespace

ToastCard::ToastCard(int id, const Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_toast(toast)
    , m_text(new TextBlock(toast.text, TextStyle::Control, Colour::Text2, this))
    , m_action(toast.level == ToastLevel::Emergency ? new OnSolidButton(toast.action, this) : new QPushButton(toast.action, this))
    , m_close(new QToolButton(this))
{
    const bool emergency = toast.level == ToastLevel::Emergency;
    setRole(m_action, ButtonRole::Normal, ControlSize::Small);
    setText(m_action, TextStyle::Control);
    m_action->setVisible(!toast.action.isEmpty());
    setRole(m_close, ButtonRole::Quiet, ControlSize::Small);
    m_close->setIcon(kit::icon("x"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setVisible(!emergency || toast.action.isEmpty());
    connect(m_close, &QToolButton::clicked, this, &ToastCard::done);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_toast.run) m_toast.run();
        emit done();
    });
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &ToastCard::done);
    m_left = Toasts::lifetime(toast.level);
    if (m_left > 0) m_life.start(m_left);
    m_text->setVisible(!emergency);
}

int ToastCard::textWide() const
{
    const Theme &t = Theme::of(this);
    const int button = m_action->isVisibleTo(this) ? m_action->sizeHint().width() + t.px(10) : 0;
    const int cross = m_close->isVisibleTo(this) ? t.metrics().small : 0;
    return width() - 2 * shadowMargin() - t.px(14) - t.metrics().iconToast - t.px(10) - button - cross - t.px(10);
}

QSize ToastCard::sizeHint() const
{
    const Theme &t = Theme::of(this);
    const int wide = t.px(368) + 2 * shadowMargin();
    const int text = m_toast.text.isEmpty() ? 0 : m_text->heightForWidth(qMax(t.px(80), textWide()));
    return {wide, qMax(t.px(56), t.px(36) + text) + 2 * shadowMargin()};
}

void ToastCard::place()
{
    const Theme &t = Theme::of(this);
    const int m = shadowMargin();
    QRect box = rect().adjusted(m, m, -m, -m);
    int right = box.right() + 1 - t.px(10);
    if (m_close->isVisibleTo(this)) {
        const int side = t.metrics().small;
        m_close->setGeometry(right - side + 4, box.center().y() - side / 2, side, side);
        right -= side;
    }
    if (m_action->isVisibleTo(this)) {
        const QSize size = m_action->sizeHint();
        m_action->setGeometry(right - size.width(), box.center().y() - size.height() / 2, size.width(), size.height());
    }
    const int x = box.left() + t.px(14) + t.metrics().iconToast + t.px(10);
    const int wide = qMax(0, textWide());
    const int high = m_toast.text.isEmpty() ? 0 : m_text->heightForWidth(wide);
    const int block = t.px(20) + high;
    m_text->setGeometry(x, box.center().y() - block / 2 + t.px(20), wide, high);
}

void ToastCard::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    const int margin = shadowMargin();
    const QRect box = rect().adjusted(margin, margin, -margin, -margin);
    drawShadow(painter, box, t);
    const bool emergency = m_toast.level == ToastLevel::Emergency;
    const Meaning meaning = Toasts::meaning(m_toast.level);
    const QColor sign = emergency ? t.onSolid(meaning) : t.strong(meaning);
    if (emergency) {
        drawBox(painter, box, m.radiusNode, t.solid(meaning));
    } else {
        drawBox(painter, box, m.radiusNode, sign, t[Colour::Line2]);
        painter.save();
        painter.setClipRect(box.adjusted(3, 0, 0, 0));
        drawBox(painter, box, m.radiusNode, t[Colour::Surface2], t[Colour::Line2]);
        painter.restore();
    }
    drawIcon(painter, Toasts::icon(m_toast.level), QRect(box.left() + t.px(14), box.center().y() - m.iconToast / 2, m.iconToast, m.iconToast), sign);
    const int x = box.left() + t.px(14) + m.iconToast + t.px(10);
    const int block = t.px(20) + (m_toast.text.isEmpty() ? 0 : m_text->height());
    painter.setFont(t.font(TextStyle::BodyStrong));
    drawLine(painter, QRect(x, box.center().y() - block / 2, textWide(), t.px(20)), m_toast.title, emergency ? sign : t[Colour::Text1]);
    if (!emergency) return;
    QTextLayout layout(m_toast.text, t.font(TextStyle::Control));
    TextBlock::layOut(layout, t, TextStyle::Control, textWide());
    painter.setPen(sign);
    layout.draw(&painter, m_text->pos());
}

void ToastCard::resizeEvent(QResizeEvent *)
{
    place();
}

void ToastCard::enterEvent(QEnterEvent *)
{
    if (!m_life.isActive()) return;
    m_left = m_life.remainingTime();
    m_life.stop();
}

void ToastCard::leaveEvent(QEvent *)
{
    if (Toasts::lifetime(m_toast.level) > 0) m_life.start(qMax(1000, m_left));
}

void ToastCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) place();
    QWidget::changeEvent(event);
}

} // namespace vox::kit
