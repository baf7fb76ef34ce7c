#include "ui/screens/agents/problems_strip.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/screens/agents/problem_text.h"
#include "ui/screens/screen.h"
#include "ui/viewmodels/flow_fixes.h"
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace vox {

using kit::Colour;
using kit::Meaning;
using kit::TextStyle;

namespace {

QToolButton *countButton(const char *icon, Meaning meaning, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(kit::icon(icon, meaning));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setIconSize(QSize(14, 14));
    kit::setRole(button, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    kit::setText(button, TextStyle::SmallStrong, Colour::Text1);
    return button;
}

} // namespace

ProblemsStrip::ProblemsStrip(FlowViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_next(new QAction(tr("Next problem"), this)), m_previous(new QAction(tr("Previous problem"), this)),
      m_repair(new QAction(tr("Repair this problem"), this)),
      m_errors(countButton("octagon-x", Meaning::Error, this)), m_warnings(countButton("triangle-alert", Meaning::Warning, this)),
      m_sentence(kit::makeLabel({}, TextStyle::Small)),
      m_fix(kit::makeLabel({}, TextStyle::Small, Colour::Accent)), m_hint(kit::makeLabel(QStringLiteral("F8"), TextStyle::MonoSmall, Colour::Text3))
{
    m_next->setShortcut(QKeySequence(Qt::Key_F8));
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    m_repair->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    connect(m_repair, &QAction::triggered, this, &ProblemsStrip::repair);
    for (QAction *action : strips()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        Screen::setMenu(action, "go");
    }
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    const kit::Theme &theme = kit::Theme::of(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.metrics().half + 2, 0, theme.metrics().grid + 4, 0);
    row->setSpacing(theme.metrics().half);
    row->addWidget(m_errors);
    row->addWidget(m_warnings);
    row->addSpacing(theme.metrics().grid * 2);
    row->addWidget(m_sentence, 0);
    row->addWidget(m_fix);
    row->addStretch(1);
    row->addWidget(m_hint);
    m_sentence->setMinimumWidth(40);
    m_fix->setCursor(Qt::PointingHandCursor);
    m_fix->setContentsMargins(theme.metrics().grid, 0, 0, 0);
    m_hint->setToolTip(m_next->text());
    m_errors->setToolTip(tr("Errors: the agent cannot be called"));
    m_warnings->setToolTip(tr("Warnings"));
    connect(m_errors, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_warnings, &QToolButton::clicked, this, [this] { step(1); });
    connect(&model, &FlowViewModel::problemsChanged, this, &ProblemsStrip::show);
    connect(&model, &FlowViewModel::flowChanged, this, &ProblemsStrip::show);
    connect(&model.selection(), &FlowSelection::changed, this, &ProblemsStrip::follow);
    setCursor(Qt::ArrowCursor);
    show();
}

QSize ProblemsStrip::sizeHint() const
{
    return {200, kit::Theme::of(this).metrics().problemsStrip};
}

const Problem *ProblemsStrip::current() const
{
    const Problems &all = m_model.problems();
    return m_current < all.size() ? &all.at(m_current) : nullptr;
}

void ProblemsStrip::step(int by)
{
    const qsizetype count = m_model.problems().size();
    if (count == 0) return;
    m_current = int((m_current + by + count) % count);
    show();
    emit problemChosen(*current());
}

void ProblemsStrip::follow()
{
    const QString node = m_model.selection().single();
    const Problems &all = m_model.problems();
    if (node.isEmpty() || (current() && current()->node == node)) return;
    for (int i = 0; i < all.size(); ++i) {
        if (all[i].node != node) continue;
        m_current = i;
        return show();
    }
}

void ProblemsStrip::show()
{
    const Problems &all = m_model.problems();
    m_current = std::clamp(m_current, 0, std::max(0, int(all.size()) - 1));
    const auto errors = std::count_if(all.cbegin(), all.cend(), [](const Problem &p) { return p.severity == Problem::Severity::Error; });
    m_errors->setText(QLocale().toString(qlonglong(errors)));
    m_warnings->setText(QLocale().toString(qlonglong(all.size() - errors)));
    m_next->setEnabled(!all.isEmpty());
    m_previous->setEnabled(all.size() > 1);
    const Problem *problem = current();
    kit::setText(m_sentence, TextStyle::Small, problem ? Colour::Text1 : Colour::Text3);
    m_sentence->setText(problem ? problemText(*problem, m_model) : tr("No problems found"));
    m_sentence->setToolTip(m_sentence->text());
    const auto fix = problem && !m_model.isReadOnly() ? obviousFix(m_model, *problem) : std::nullopt;
    m_fix->setVisible(fix.has_value());
    m_repair->setEnabled(fix.has_value());
    if (fix) {
        const Node *target = m_model.node(fix->target);
        m_fix->setText(fix->what == FlowFix::What::Connect && target ? tr("Connect to %1").arg(m_model.title(*target)) : tr("Remove the arrow"));
        m_fix->setToolTip(m_repair->text() + QStringLiteral(" (Ctrl+.)"));
    }
    update();
}

void ProblemsStrip::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Colour::Surface1]);
    kit::hairlineAcross(painter, 0, width(), 0, theme[Colour::Line1]);
    const int x = m_warnings->geometry().right() + theme.metrics().grid;
    kit::hairlineDown(painter, x, 8, height() - 8, theme[Colour::Line2]);
}

void ProblemsStrip::repair()
{
    const Problem *problem = current();
    if (const auto fix = problem ? obviousFix(m_model, *problem) : std::nullopt) applyFix(m_model, *fix);
}

void ProblemsStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_fix->isVisible() && m_fix->geometry().contains(event->position().toPoint())) return repair();
    if (event->button() == Qt::LeftButton && current()) emit problemChosen(*current());
}

} // namespace vox
