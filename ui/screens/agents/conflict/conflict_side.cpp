#include "ui/screens/agents/conflict/conflict_side.h"
#include "ui/kit/avatar.h"
#include "ui/kit/icons.h"
#include "ui/kit/node_look.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/segments.h"
#include "ui/kit/text_block.h"
#include "ui/screens/agents/conflict/version_words.h"
#include "ui/screens/agents/graph_preview.h"
#include "ui/screens/agents/problem_text.h"
#include "ui/screens/when_text.h"
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;
using Choice = ConflictViewModel::Choice;

namespace {

// A short track that fills from left to right.
class Track final : public QWidget {
public:
    double done = 0;
    QSize sizeHint() const override { return {120, 4}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const kit::Theme &theme = kit::Theme::of(this);
        QPainter painter(this);
        kit::drawBox(painter, rect(), height() / 2.0, theme[Colour::Surface3]);
        if (done > 0) kit::drawBox(painter, QRectF(0, 0, width() * done, height()), height() / 2.0, theme[Colour::Accent]);
    }
};

QWidget *hairline()
{
    auto *line = new QWidget;
    line->setFixedHeight(1);
    kit::setSurface(line, Colour::Line1);
    return line;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout()) clear(inner);
        delete item->widget();
        delete item;
    }
}

QLabel *signLabel(const char *icon, const QColor &ink, const QWidget *near)
{
    auto *label = new QLabel;
    label->setPixmap(kit::iconPixmap(icon, kit::Theme::of(near).metrics().iconInline, ink, near->devicePixelRatioF()));
    label->setFixedHeight(20);
    return label;
}

} // namespace

ConflictSidePanel::ConflictSidePanel(ConflictViewModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    kit::setSurface(this, Colour::Surface1);
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *head = new QWidget;
    head->setFixedHeight(kit::Theme::of(this).px(52));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(m.panelPadding, 0, m.panelPadding, 0);
    row->addWidget(kit::makeLabel(tr("Result"), TextStyle::BodyStrong), 1);
    m_scope = new kit::Segments({tr("This field"), tr("Whole agent")});
    m_scope->setAccessibleName(tr("Result"));
    row->addWidget(m_scope);
    all->addWidget(head);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    kit::setSurface(page, Colour::Surface1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m.panelPadding, m.grid, m.panelPadding, m.panelPadding);
    column->setSpacing(m.grid);
    makeResult(column);
    auto *where = addSection(column, kit::makeLabel(tr("Where it is"), TextStyle::SmallStrong, Colour::Text2));
    m_where = new GraphPreview;
    m_where->setFixedHeight(kit::Theme::of(this).px(140));
    m_where->setAccessibleName(tr("Where it is"));
    where->addWidget(m_where);
    m_problems = addSection(column, kit::makeLabel(tr("After the merge"), TextStyle::SmallStrong, Colour::Text2));
    m_notes = addSection(column, kit::makeLabel(tr("What they wrote"), TextStyle::SmallStrong, Colour::Text2));
    column->addStretch(1);
    scroll->setWidget(page);
    all->addWidget(scroll, 1);
    makeFoot(all);
    connect(m_scope, &kit::Segments::currentChanged, this, &ConflictSidePanel::showAnswers);
}

ConflictSidePanel::~ConflictSidePanel() = default;

QVBoxLayout *ConflictSidePanel::addSection(QVBoxLayout *column, QLabel *title)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *section = new QWidget; // hidden with its title and line
    auto *inside = new QVBoxLayout(section);
    inside->setContentsMargins(0, m.half, 0, 0);
    inside->setSpacing(m.grid);
    inside->addWidget(hairline());
    inside->addWidget(title);
    column->addWidget(section);
    auto *body = new QVBoxLayout;
    body->setSpacing(m.half);
    inside->addLayout(body);
    return body;
}

void ConflictSidePanel::makeResult(QVBoxLayout *column)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    m_field = new QWidget;
    auto *field = new QVBoxLayout(m_field);
    field->setContentsMargins(0, 0, 0, 0);
    field->setSpacing(m.grid);
    auto *title = new QHBoxLayout;
    title->setSpacing(m.grid);
    m_icon = new QLabel;
    m_title = kit::makeLabel({}, TextStyle::BodyStrong);
    m_node = kit::makeLabel({}, TextStyle::Body, Colour::Text2);
    title->addWidget(m_icon);
    title->addWidget(m_title);
    title->addWidget(m_node, 1);
    field->addLayout(title);
    m_text = new QPlainTextEdit;
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(kit::Theme::of(this).px(120));
    m_shown = new kit::TextBlock;
    field->addWidget(m_text);
    field->addWidget(m_shown);
    m_choices = new QGridLayout;
    m_choices->setSpacing(m.grid);
    field->addLayout(m_choices);
    m_hint = new kit::TextBlock({}, TextStyle::Small, Colour::Text2);
    field->addWidget(m_hint);
    column->addWidget(m_field);
    m_whole = new GraphPreview;
    m_whole->setFixedHeight(kit::Theme::of(this).px(260));
    m_whole->setAccessibleName(tr("The merged graph"));
    column->addWidget(m_whole);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling) m_model.write(m_model.current(), m_text->toPlainText());
    });
}

// A button for each version; of many, three in a row.
void ConflictSidePanel::fillChoices()
{
    qDeleteAll(std::exchange(m_use, {}));
    delete std::exchange(m_both, nullptr);
    const int versions = int(m_model.columns().size());
    const auto add = [&](QPushButton *button, auto pressed) {
        const int at = int(m_use.size()) + (m_both ? 1 : 0);
        button->setCheckable(true);
        m_choices->addWidget(button, at / 3, at % 3, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, pressed] {
            pressed();
            showAnswers(); // a second press does not take it back
        });
    };
    for (int side = 0; side < versions; ++side) {
        auto *button = new QPushButton(VersionWords::use(m_model, side));
        add(button, [this, side] { m_model.choose(m_model.current(), side); });
        m_use.append(button);
    }
    auto *both = new QPushButton(kit::icon("git-merge"), versions > 2 ? tr("All") : tr("Both"));
    add(both, [this] { m_model.keepBoth(m_model.current()); });
    m_both = both;
    m_choices->setColumnStretch(3, 1);
}

void ConflictSidePanel::makeFoot(QVBoxLayout *column)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    m_foot = new QWidget;
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(m.panelPadding, m.grid + m.half, m.panelPadding, m.panelPadding);
    foot->setSpacing(m.grid + m.half);
    auto *row = new QHBoxLayout;
    m_count = kit::makeLabel({}, TextStyle::Body);
    m_bar = new Track;
    m_bar->setFixedSize(kit::Theme::of(this).px(120), 4);
    row->addWidget(m_count, 1);
    row->addWidget(m_bar);
    foot->addLayout(row);
    auto *buttons = new QHBoxLayout;
    auto *later = new QPushButton(tr("Later"));
    later->setToolTip(tr("All versions stay; decide another time"));
    m_over = new QPushButton(tr("Start over"));
    m_delete = new QPushButton(tr("Delete the agent"));
    m_save = new QPushButton(tr("Save the merge"));
    m_save->setToolTip(tr("Makes one version of them (Ctrl+Return)"));
    kit::setRole(later, kit::ButtonRole::Quiet);
    kit::setRole(m_over, kit::ButtonRole::Quiet);
    kit::setRole(m_delete, kit::ButtonRole::Danger);
    kit::setRole(m_save, kit::ButtonRole::Primary);
    buttons->addWidget(later);
    buttons->addStretch(1);
    buttons->addWidget(m_over);
    buttons->addWidget(m_delete);
    buttons->addWidget(m_save);
    foot->addLayout(buttons);
    column->addWidget(hairline());
    column->addWidget(m_foot);
    connect(later, &QPushButton::clicked, this, &ConflictSidePanel::laterPressed);
    connect(m_over, &QPushButton::clicked, &m_model, &ConflictViewModel::startOver);
    connect(m_delete, &QPushButton::clicked, this, &ConflictSidePanel::deletePressed);
    connect(m_save, &QPushButton::clicked, this, &ConflictSidePanel::savePressed);
}

void ConflictSidePanel::show()
{
    m_where->show(m_model.sides().mine());
    fillChoices();
    fillNotes();
    m_delete->setVisible(m_model.isDeletion());
    m_over->setVisible(!m_model.isDeletion());
    m_save->setText(m_model.isDeletion() ? tr("Keep the agent") : tr("Save the merge"));
    showCurrent();
}

QString ConflictSidePanel::editable(const QJsonValue &value) const
{
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 12) : value.toString();
}

void ConflictSidePanel::showCurrent()
{
    const auto &questions = m_model.picture().questions;
    const bool some = m_model.current() < questions.size();
    m_scope->setEnabled(some);
    if (!some) m_scope->setCurrent(1);
    if (some) {
        const ChangePlace &place = questions.at(m_model.current()).place;
        const kit::NodeLook &look = kit::nodeLook(place.type);
        const kit::Theme &theme = kit::Theme::of(this);
        m_icon->setVisible(!place.node.isEmpty());
        m_icon->setPixmap(kit::iconPixmap(look.icon, theme.metrics().iconInline, theme.strong(look.meaning), devicePixelRatioF()));
        m_title->setText(place.what);
        m_node->setText(place.field);
        m_text->setAccessibleName(place.what + u", "_s + place.field);
        const bool there = m_where->has(place.node);
        m_where->parentWidget()->setVisible(there);
        m_where->setNode(place.node);
    } else {
        m_where->parentWidget()->hide();
    }
    showAnswers();
}

void ConflictSidePanel::showAnswers()
{
    const auto &questions = m_model.picture().questions;
    const int at = m_model.current(), total = int(questions.size());
    const bool some = at < total, whole = m_scope->current() == 1 || !some;
    m_field->setVisible(!whole);
    m_whole->setVisible(whole);
    if (whole) {
        const Flow before = Flow::fromJson(m_model.sides().before.value("flow"_L1).toObject());
        const Flow after = Flow::fromJson(m_model.result().value("flow"_L1).toObject());
        m_whole->show(m_model.result(), compareFlows(before, after).after);
    }
    if (some) {
        const ConflictQuestion &asked = questions.at(at);
        const Choice choice = m_model.choice(at);
        const QJsonValue answer = m_model.answer(at);
        const auto writable = [](const QJsonValue &value) { return value.isString() || value.isDouble(); };
        const bool text = std::any_of(asked.values.cbegin(), asked.values.cend(), writable);
        m_text->setVisible(text);
        m_shown->setVisible(!text);
        if (const QString words = editable(answer); text && m_text->toPlainText() != words) {
            m_filling = true;
            m_text->setPlainText(words);
            m_filling = false;
        }
        const QString shown = valueText(answer, asked.place, m_model.result());
        m_shown->setText(answer.isUndefined() ? tr("It will not be there.") : shown.isEmpty() ? tr("empty") : shown);
        for (int side = 0; side < m_use.size(); ++side) {
            m_use.at(side)->setChecked(choice == Choice::Side && m_model.takes(at, side));
            m_use.at(side)->setVisible(m_model.canTake(at, side));
        }
        m_both->setChecked(choice == Choice::Both);
        m_both->setVisible(asked.both.has_value());
        const bool two = asked.values.size() == 2, words = asked.has(&QJsonValue::isString);
        m_hint->setText(asked.both && words ? (two ? tr("The two edits touch different words, so both can stay. You may also write your own text here.")
                                                   : tr("The edits touch different words, so all can stay. You may also write your own text here."))
                        : asked.both        ? tr("What each side added can stay, without what was removed.")
                        : text              ? (two ? tr("Both changed the same words. Take one side or write your own text here.")
                                                   : tr("They changed the same words. Take one version or write your own text here."))
                                            : (two ? tr("Only one of the two can be.") : tr("Only one of them can be.")));
    }
    m_count->setText(m_model.isDeletion() && total == 0 ? tr("Kept or deleted?") : tr("%1 of %2 chosen").arg(m_model.chosen()).arg(total));
    static_cast<Track *>(m_bar)->done = total ? double(m_model.chosen()) / total : 1;
    m_bar->setVisible(total > 0);
    m_bar->update();
    m_save->setEnabled(m_model.isComplete() && m_model.state() == ConflictViewModel::State::Open && !m_model.isReadOnly());
    m_over->setEnabled(m_model.chosen() > 0);
    fillProblems();
}

void ConflictSidePanel::fillProblems()
{
    clear(m_problems);
    const kit::Theme &theme = kit::Theme::of(this);
    const auto add = [&](const char *icon, kit::Meaning meaning, const QString &text) {
        auto *row = new QHBoxLayout;
        row->setSpacing(theme.metrics().grid);
        row->addWidget(signLabel(icon, theme.strong(meaning), this), 0, Qt::AlignTop);
        row->addWidget(new kit::TextBlock(text), 1);
        m_problems->addLayout(row);
    };
    LooseContent content(m_model.result(), LooseContent::Access::ReadOnly);
    const FlowViewModel flow(content);
    const Problems &problems = m_model.problems();
    if (!hasErrors(problems)) add("circle-check", kit::Meaning::Success, tr("No errors: it can be called"));
    constexpr int most = 4;
    for (const Problem &problem : problems.mid(0, most)) {
        const bool error = problem.severity == Problem::Severity::Error;
        add(error ? "octagon-x" : "triangle-alert", error ? kit::Meaning::Error : kit::Meaning::Warning, problemText(problem, flow));
    }
    if (problems.size() > most) add("ellipsis", kit::Meaning::Neutral, tr("and %n more", nullptr, int(problems.size()) - most));
}

void ConflictSidePanel::fillNotes()
{
    clear(m_notes);
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    const kit::Theme &theme = kit::Theme::of(this);
    // Those of others first, the newest at the top.
    for (qsizetype i = m_model.versions().size(); i-- > 0;) {
        const ConflictSide *side = &m_model.versions().at(i);
        auto *row = new QHBoxLayout;
        row->setSpacing(theme.metrics().grid);
        const QString name = authorText(side->author);
        row->addWidget(new kit::Avatar(name), 0, Qt::AlignTop);
        auto *text = new QVBoxLayout;
        text->setSpacing(0);
        auto *line = new QHBoxLayout;
        line->setSpacing(theme.metrics().grid);
        line->addWidget(kit::makeLabel(name, TextStyle::BodyStrong));
        line->addWidget(kit::makeLabel(whenText(side->created, now), TextStyle::Small, Colour::Text2), 1);
        text->addLayout(line);
        const QString message = side->deleted ? tr("Deleted the agent") : side->message.isEmpty() ? tr("Saved without a note") : side->message;
        text->addWidget(new kit::TextBlock(message, TextStyle::Body, side->message.isEmpty() ? Colour::Text3 : Colour::Text1));
        row->addLayout(text, 1);
        m_notes->addLayout(row);
    }
}

void ConflictSidePanel::focusText()
{
    if (!m_text->isVisible()) return;
    m_text->setFocus();
    m_text->selectAll();
}

} // namespace vox
