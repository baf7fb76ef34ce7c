#include "ui/kit/style.h"
#include "ui/kit/accessible.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFocusFrame>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QWheelEvent>
#include <QStyleFactory>
#include <QStyleHintReturnMask>
#include <QStyleOptionViewItem>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

// A text area that takes input is a field: its frame is the field's box, its page shows through.
void polishTextArea(QWidget *widget)
{
    auto *area = static_cast<QAbstractScrollArea *>(widget);
    if (area->frameShape() == QFrame::NoFrame) return;
    area->setProperty("kitField", true);
    area->viewport()->setAutoFillBackground(false);
}

// Scrolling a form must not change what the pointer happens to pass over.
bool takesWheelOnlyWithFocus(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTabBar *>(widget)
           || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QSlider *>(widget);
}

// Whether the ring outside the widget is how it shows focus. Fields and views show it on themselves.
bool wantsRing(const QWidget *widget)
{
    const QVariant told = widget->property("kitRing");
    if (told.isValid()) return told.toBool();
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QSlider *>(widget);
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    connect(&m_theme, &Theme::changed, this, &Style::spread);
    if (qApp) connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
}

Style &Style::install(QApplication &app)
{
    const QDir beside(QApplication::applicationDirPath());
    Type::loadFamilies({beside.filePath(u"fonts"_s), beside.filePath(u"../share/voxdesk/fonts"_s)});
    installReadable();
    auto *style = new Style;
    app.setStyle(style);
    style->spread();
    return *style;
}

void Style::polish(QPalette &palette)
{
    palette = m_theme.palette();
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget) || qobject_cast<QAbstractSlider *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (takesWheelOnlyWithFocus(widget)) widget->installEventFilter(this);
    if (qobject_cast<QMenu *>(widget)) widget->setAttribute(Qt::WA_TranslucentBackground);
    if (widget->inherits("QTipLabel")) widget->setFont(m_theme.font(TextStyle::Control));
    if (qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QTextEdit *>(widget)) polishTextArea(widget);
    const QVariant text = widget->property("kitText");
    if (text.isValid()) widget->setFont(m_theme.font(TextStyle(text.toInt())));
    const QVariant ink = widget->property("kitInk"), meaning = widget->property("kitMeaning");
    const QVariant surface = widget->property("kitSurface");
    if (ink.isValid() || meaning.isValid() || surface.isValid()) {
        QPalette palette = m_theme.palette();
        const QColor colour = ink.isValid() ? m_theme[Colour(ink.toInt())]
                            : meaning.isValid() ? m_theme.strong(Meaning(meaning.toInt())) : QColor();
        if (colour.isValid())
            for (const auto group : {QPalette::Active, QPalette::Inactive})
                for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
                    palette.setColor(group, role, colour);
        if (surface.isValid()) {
            palette.setColor(QPalette::Window, m_theme[Colour(surface.toInt())]);
            widget->setAutoFillBackground(true);
        }
        widget->setPalette(palette);
    }
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched->isWidgetType() && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // so that the page around it scrolls
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

// One ring for the application, moved to what the keyboard reached.
void Style::followFocus(QWidget *now)
{
    if (!now || !wantsRing(now) || !now->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        if (m_ring) m_ring->setWidget(nullptr);
        return;
    }
    if (!m_ring) m_ring = new QFocusFrame;
    m_ring->setWidget(now);
}

// Tells every widget; layouts ask for size hints again by themselves.
void Style::spread()
{
    if (QApplication::style() != this) return;
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(TextStyle::Body));
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        polish(widget);
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Canvas canvas{m_theme, *this, *painter, widget};
    painter->save();
    const bool done = drawButtonPrimitive(canvas, element, *option) || drawFieldPrimitive(canvas, element, *option)
                      || drawMenuPrimitive(canvas, element, *option) || drawViewPrimitive(canvas, element, *option);
    painter->restore();
    if (!done) QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Canvas canvas{m_theme, *this, *painter, widget};
    painter->save();
    const bool done = drawButtonControl(canvas, element, *option) || drawFieldControl(canvas, element, *option)
                      || drawMenuControl(canvas, element, *option) || drawViewControl(canvas, element, *option);
    painter->restore();
    if (done) return;
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option); item && element == CE_ItemViewItem) {
        // A chosen item lies on a soft fill, so its text keeps its ink.
        QStyleOptionViewItem plain = *item;
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            plain.palette.setColor(group, QPalette::HighlightedText, plain.palette.color(group, QPalette::Text));
        return QProxyStyle::drawControl(element, &plain, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Canvas canvas{m_theme, *this, *painter, widget};
    painter->save();
    const bool done = drawFieldComplex(canvas, control, *option) || drawBarComplex(canvas, control, *option);
    painter->restore();
    if (!done) QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton: return icon("x");
    case SP_MessageBoxInformation: return icon("info");
    case SP_MessageBoxWarning: return icon("triangle-alert", Meaning::Warning);
    case SP_MessageBoxCritical: return icon("octagon-x", Meaning::Error);
    case SP_MessageBoxQuestion: return icon("circle-question-mark");
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton: return icon("ellipsis");
    case SP_DirIcon: return icon("folder");
    case SP_FileIcon: return icon("file");
    default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace vox::kit
