#include "ui/kit/top_bar.h"
#include "ui/kit/avatar.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

namespace vox::kit {

namespace {

// Looks like a field and opens the palette: the typing happens there.
class CommandButton final : public QPushButton {
public:
    using QPushButton::QPushButton;
    QString hint;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &t = Theme::of(this);
        const Metrics &m = t.metrics();
        QPainter painter(this);
        const QColor fill = t[Colour::Surface1];
        drawBox(painter, rect(), m.radiusControl, underMouse() ? t.hovered(fill) : fill, t[Colour::Line1]);
        drawIcon(painter, "search", QRect(m.grid, (height() - m.iconInline) / 2, m.iconInline, m.iconInline), t[Colour::Text2]);
        painter.setFont(t.font(TextStyle::Small));
        const int keys = hint.isEmpty() || width() < t.px(240) ? 0 : painter.fontMetrics().horizontalAdvance(hint) + m.grid;
        if (keys) drawLine(painter, rect().adjusted(0, 0, -m.grid, 0), hint, t[Colour::Text3], Qt::AlignRight);
        painter.setFont(t.font(TextStyle::Control));
        drawLine(painter, rect().adjusted(2 * m.grid + m.iconInline, 0, -m.grid - keys, 0), text(), t[Colour::Text3]);
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_menus(new QMenuBar(this))
    , m_command(new CommandButton(this))
    , m_assistant(new QToolButton(this))
    , m_person(new QToolButton(this))
    , m_avatar(new Avatar({}, m_person))
{
    m_menus->setNativeMenuBar(false);
    m_command->setAttribute(Qt::WA_Hover);
    m_assistant->setIcon(kit::icon("circle-question-mark"));
    m_assistant->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_assistant->setCheckable(true);
    m_assistant->hide();
    setText(m_assistant, TextStyle::Control, Colour::Text2);
    m_avatar->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_command, &QPushButton::clicked, this, &TopBar::commandRequested);
    connect(m_assistant, &QToolButton::toggled, this, &TopBar::assistantToggled);
    connect(m_person, &QToolButton::clicked, this, &TopBar::personPressed);
    m_person->hide(); // until there is somebody
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    translate();
}

void TopBar::setCommandHint(const QString &shortcut)
{
    static_cast<CommandButton *>(m_command)->hint = shortcut;
    m_command->update();
}

void TopBar::setPerson(const QString &name)
{
    m_avatar->setName(name);
    m_person->setVisible(!name.isEmpty());
    m_person->setToolTip(name);
    m_person->setAccessibleName(name.isEmpty() ? tr("Person") : name);
}

QSize TopBar::sizeHint() const
{
    return {Theme::of(this).px(800), Theme::of(this).metrics().menuBar};
}

QSize TopBar::minimumSizeHint() const
{
    return {Theme::of(this).px(400), Theme::of(this).metrics().menuBar};
}

// The field keeps the middle of the window until the menus need the room.
void TopBar::place()
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    const int menus = qMin(m_menus->sizeHint().width(), width() - t.px(240));
    m_menus->setGeometry(m.half, 0, menus, height());
    const int side = m.small, y = (height() - side) / 2;
    m_person->setGeometry(width() - m.half - side, y, side, side);
    const int face = m_avatar->sizeHint().width();
    m_avatar->setGeometry((side - face) / 2, (side - face) / 2, face, face);
    const int room = m_person->x() - m_menus->geometry().right();
    const bool words = room > m_assistant->sizeHint().width() + t.px(240);
    m_assistant->setToolButtonStyle(words ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    const int help = m_assistant->isHidden() ? 0 : words ? m_assistant->sizeHint().width() : side;
    m_assistant->setGeometry(m_person->x() - m.half - help, y, help, side);
    const int left = m_menus->geometry().right() + 1 + m.panelPadding, right = m_assistant->x() - m.panelPadding;
    const int wide = qBound(0, qMin(t.px(400), right - left), width());
    const int x = qBound(left, (width() - wide) / 2, qMax(left, right - wide));
    m_command->setGeometry(x, y, wide, side);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this)[Colour::Surface0]);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) translate();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) place();
}

void TopBar::translate()
{
    m_command->setText(tr("Search or run a command"));
    m_command->setAccessibleName(m_command->text());
    m_assistant->setText(tr("Assistant"));
    if (m_person->toolTip().isEmpty()) m_person->setAccessibleName(tr("Person"));
}

} // namespace vox::kit
