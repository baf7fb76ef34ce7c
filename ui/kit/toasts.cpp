#include "ui/kit/toasts.h"
#include "ui/kit/free_place.h"
#include "ui/kit/paint.h"
#include "ui/kit/toast_card.h"
#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace vox::kit {

namespace {
constexpr int most = 3;
}

Meaning Toasts::meaning(ToastLevel level)
{
    switch (level) {
    case ToastLevel::Information: return Meaning::Neutral;
    case ToastLevel::Warning: return Meaning::Warning;
    case ToastLevel::Error: return Meaning::Error;
    case ToastLevel::Emergency: return Meaning::Emergency;
    }
    Q_UNREACHABLE();
}

const char *Toasts::icon(ToastLevel level)
{
    constexpr const char *names[] = {"info", "triangle-alert", "octagon-x", "siren"};
    return names[int(level)];
}

int Toasts::lifetime(ToastLevel level)
{
    return level == ToastLevel::Information ? 6000 : level == ToastLevel::Warning ? 12000 : 0;
}

Toasts::Toasts(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_NoSystemBackground);
    setAccessibleName(tr("Messages"));
    hide();
}

int Toasts::post(const Toast &toast)
{
    const int id = m_next++;
    if (toast.level == ToastLevel::Emergency) m_waiting.prepend({id, toast});
    else m_waiting.append({id, toast});
    fill();
    return id;
}

void Toasts::dismiss(int id)
{
    for (ToastCard *card : m_cards)
        if (card->id() == id) return remove(card);
    m_waiting.removeIf([id](const Waiting &w) { return w.id == id; });
}

void Toasts::setBottomInset(int pixels)
{
    m_inset = pixels;
    arrange();
}

void Toasts::remove(ToastCard *card)
{
    const int id = card->id();
    m_cards.removeOne(card);
    card->hide();
    card->deleteLater();
    fill();
    emit dismissed(id);
}

void Toasts::fill()
{
    // An emergency never waits behind information.
    if (m_cards.size() == most && !m_waiting.isEmpty() && m_waiting.first().toast.level == ToastLevel::Emergency) {
        for (ToastCard *card : m_cards) {
            if (card->level() == ToastLevel::Emergency) continue;
            m_cards.removeOne(card);
            card->hide();
            card->deleteLater();
            emit dismissed(card->id());
            break;
        }
    }
    while (m_cards.size() < most && !m_waiting.isEmpty()) {
        const Waiting next = m_waiting.takeFirst();
        auto *card = new ToastCard(next.id, next.toast, this);
        connect(card, &ToastCard::done, this, [this, card] { remove(card); });
        m_cards.append(card);
        card->show();
        QAccessibleEvent alert(card, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    std::stable_sort(m_cards.begin(), m_cards.end(), [](const ToastCard *a, const ToastCard *b) {
        return (a->level() == ToastLevel::Emergency) > (b->level() == ToastLevel::Emergency);
    });
    arrange();
}

void Toasts::arrange()
{
    m_soon = false;
    if (m_cards.isEmpty()) {
        qApp->removeEventFilter(this);
        return hide();
    }
    const int overlap = 2 * shadowMargin() - 8;
    int y = 0, wide = 0;
    for (ToastCard *card : m_cards) {
        const int width = card->sizeHint().width();
        card->resize(width, card->height());
        const QSize size = card->sizeHint();
        card->setGeometry(0, y, width, size.height());
        y += size.height() - overlap;
        wide = qMax(wide, width);
    }
    y += overlap;
    // The shadow may lie over anything.
    const QWidget *over = parentWidget();
    const int margin = shadowMargin();
    const QRect room = over->rect().adjusted(margin, margin, -margin, -m_inset - margin);
    const QRect place = freePlace(room, QSize(wide - 2 * margin, y - 2 * margin), actionsIn(*over, this));
    setGeometry(place.adjusted(-margin, -margin, margin, margin));
    if (isHidden()) qApp->installEventFilter(this);
    show();
    raise();
}

void Toasts::arrangeSoon()
{
    if (std::exchange(m_soon, true)) return;
    QMetaObject::invokeMethod(this, &Toasts::arrange, Qt::QueuedConnection);
}

bool Toasts::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::Move:
    case QEvent::Resize:
        if (const auto *widget = qobject_cast<QWidget *>(watched); widget && widget != this && !isAncestorOf(widget) && widget->window() == window()) {
            if (widget == parentWidget()) arrange();
            else arrangeSoon();
        }
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vox::kit
