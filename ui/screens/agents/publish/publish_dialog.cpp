#include "ui/screens/agents/publish/publish_dialog.h"
#include "app/wording/wording.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/section_header.h"
#include "ui/kit/segments.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/agents/problem_text.h"
#include "ui/screens/agents/publish/publish_lines_model.h"
#include "ui/screens/when_text.h"
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;
using State = PublishViewModel::State;

PublishDialog::PublishDialog(Environments &environments, DocumentId agent, QWidget *parent)
    : QDialog(parent), m_model(environments, agent), m_lines(new PublishLinesModel(m_model.lines(), this)),
      m_where(new kit::Segments({tr("Staging"), tr("Production")})), m_scope(new kit::Segments({tr("This agent"), tr("Everything")})),
      m_when(new kit::Segments({tr("Now"), tr("Later")})), m_what(kit::makeLabel(tr("Publish to"), TextStyle::BodyStrong)), m_note(new kit::TextBlock({}, TextStyle::Body, Colour::Text2)),
      m_changesHead(new kit::SectionHeader(tr("What changes there"))), m_blocksHead(new kit::SectionHeader(tr("What stands in the way"))),
      m_stack(new QStackedWidget), m_table(new QTableView), m_empty(new kit::Empty("circle-check", {})), m_blocks(new QWidget),
      m_blockRows(new QVBoxLayout(m_blocks)), m_message(new QLineEdit), m_time(new QDateTimeEdit), m_publish(new QPushButton)
{
    setWindowTitle(tr("Publish"));
    setAttribute(Qt::WA_DeleteOnClose);
    kit::setSurface(this, Colour::Surface1);
    const kit::Theme &theme = kit::Theme::of(this);
    resize(theme.px(920), theme.px(600));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeTop(column);
    m_changesHead->setHairline(true);
    column->addWidget(m_changesHead);
    m_lines->setTitles(tr("Published now"), tr("After publishing"));
    m_table->setModel(m_lines);
    new kit::RowDelegate(m_table);
    m_table->setAccessibleName(tr("What changes there"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(theme.px(32));
    const int widths[] = {32, 140, 150, 130};
    for (int i = 0; i < 4; ++i) m_table->setColumnWidth(i, theme.px(widths[i]));
    header->setSectionResizeMode(PublishLinesModel::Before, QHeaderView::Stretch);
    header->setSectionResizeMode(PublishLinesModel::After, QHeaderView::Stretch);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_blocksHead->setHairline(true);
    column->addWidget(m_blocksHead);
    m_blockRows->setContentsMargins(theme.metrics().panelPadding, theme.metrics().half, theme.metrics().panelPadding, theme.metrics().half);
    m_blockRows->setSpacing(theme.metrics().half);
    column->addWidget(m_blocks);
    makeBottom(column);
    connect(&m_model, &PublishViewModel::changed, this, &PublishDialog::show);
    connect(&m_model, &PublishViewModel::published, this, [this](int number, bool waits) {
        emit published(m_model.environment(), number, waits);
        accept();
    });
    connect(m_empty, &kit::Empty::pressed, &m_model, &PublishViewModel::look);
    show();
}

void PublishDialog::makeTop(QVBoxLayout *column)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(m.panelPadding, m.panelPadding, m.panelPadding, m.grid);
    top->setSpacing(m.panelPadding);
    m_where->setAccessibleName(tr("Where to"));
    m_scope->setAccessibleName(tr("How much"));
    m_scope->setVisible(!m_model.agent().isNull());
    top->addWidget(m_what);
    top->addWidget(m_where);
    top->addWidget(m_scope);
    top->addWidget(m_note, 1);
    column->addLayout(top);
    m_where->setCurrent(m_model.environment() == Environment::Production ? 1 : 0);
    connect(m_where, &kit::Segments::currentChanged, this,
            [this](int index) { m_model.setEnvironment(index ? Environment::Production : Environment::Staging); });
    connect(m_scope, &kit::Segments::currentChanged, this,
            [this](int index) { m_model.setScope(index ? PublishViewModel::Scope::Everything : PublishViewModel::Scope::Agent); });
}

void PublishDialog::makeBottom(QVBoxLayout *column)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *line = new QWidget;
    line->setFixedHeight(1);
    kit::setSurface(line, Colour::Line1);
    column->addWidget(line);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(m.panelPadding, m.grid + m.half, m.panelPadding, m.panelPadding);
    bottom->setSpacing(m.grid + m.half);
    m_message->setPlaceholderText(tr("What is new, for those who read the history"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setMaxLength(500);
    bottom->addWidget(m_message);
    auto *row = new QHBoxLayout;
    row->setSpacing(m.grid);
    m_when->setAccessibleName(tr("When"));
    m_time->setDateTime(QDateTime::currentDateTime().addSecs(3600));
    m_time->setMinimumDateTime(QDateTime::currentDateTime());
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(tr("Time of publishing"));
    m_time->setVisible(false);
    row->addWidget(m_when);
    row->addWidget(m_time);
    row->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"));
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    kit::setRole(m_publish, kit::ButtonRole::Primary);
    m_publish->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_publish);
    bottom->addLayout(row);
    column->addLayout(bottom);
    connect(m_when, &kit::Segments::currentChanged, this, [this](int index) {
        m_time->setVisible(index == 1);
        show();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_publish, &QPushButton::clicked, this, [this] {
        const bool later = m_when->current() == 1;
        m_model.publish(m_message->text().simplified(), later ? UtcMs{m_time->dateTime().toMSecsSinceEpoch()} : UtcMs());
    });
}

void PublishDialog::setEnvironment(Environment environment)
{
    m_where->setCurrent(environment == Environment::Production ? 1 : 0);
}

void PublishDialog::setRelease(const Release &release)
{
    setWindowTitle(tr("Publish version %1 again").arg(release.number));
    m_what->setText(tr("Publish version %1 to").arg(release.number));
    m_scope->hide();
    m_message->setText(tr("Version %1 again").arg(release.number));
    m_message->selectAll();
    m_model.setRelease(release);
}

void PublishDialog::show()
{
    m_lines->reset();
    const Release *published = m_model.publishedNow();
    m_note->setText(published ? tr("Version %1 is there: %2").arg(published->number).arg(published->message.isEmpty() ? tr("no message") : published->message)
                              : tr("Nothing is published there yet."));
    const bool ready = m_model.state() == State::Ready || m_model.state() == State::Publishing;
    m_changesHead->setCount(ready ? int(m_model.lines().size()) : 0);
    const bool table = ready && !m_model.lines().isEmpty();
    m_stack->setVisible(m_model.state() != State::Loading);
    m_stack->setCurrentIndex(table ? 0 : 1);
    if (m_model.error()) {
        m_empty->setSentence(wording::sentence(*m_model.error()));
        m_empty->setButton(tr("Look again"));
    } else if (!table) {
        m_empty->setSentence(m_model.release() ? tr("Nothing differs: just this is published there.") : tr("Nothing differs: what is published there is what you have."));
        m_empty->setButton({});
    }
    showBlocks();
    m_publish->setText(m_model.state() == State::Publishing ? tr("Publishing…") : m_when->current() == 1 ? tr("Schedule") : tr("Publish"));
    m_publish->setEnabled(m_model.canPublish());
    m_publish->setToolTip(m_model.mayPublish() ? QString() : tr("Your role may not publish there"));
}

namespace {

// With the names that people gave to steps and outcomes.
QString problemOf(const PublishViewModel::Block &block)
{
    if (block.content.isEmpty()) return wording::whatHappened(block.problem.error);
    LooseContent content(block.content, LooseContent::Access::ReadOnly);
    return problemText(block.problem, FlowViewModel(content));
}

} // namespace

void PublishDialog::showBlocks()
{
    while (QLayoutItem *item = m_blockRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto &blocks = m_model.blocks();
    const bool some = !blocks.isEmpty() && m_model.state() == State::Ready;
    m_blocksHead->setVisible(some);
    m_blocksHead->setCount(int(blocks.size()));
    m_blocks->setVisible(some);
    constexpr int most = 4;
    for (qsizetype i = 0; some && i < std::min<qsizetype>(most, blocks.size()); ++i) {
        const auto &block = blocks.at(i);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *sign = new QLabel;
        const kit::Theme &theme = kit::Theme::of(this);
        sign->setPixmap(kit::iconPixmap(block.conflict ? "git-merge" : "octagon-x", theme.metrics().iconInline, theme.strong(kit::Meaning::Error), devicePixelRatioF()));
        line->addWidget(sign);
        line->addWidget(new kit::TextBlock(block.conflict ? tr("%1 was changed in two places").arg(block.name)
                                                          : tr("%1: %2").arg(block.name, problemOf(block))), 1);
        auto *jump = new QPushButton(block.conflict ? tr("Put together") : tr("Show"));
        kit::setRole(jump, kit::ButtonRole::Normal, kit::ControlSize::Small);
        line->addWidget(jump);
        connect(jump, &QPushButton::clicked, this, [this, block] {
            if (block.conflict) emit conflictChosen(block.agent);
            else emit problemChosen(block.agent, block.problem);
            reject();
        });
        m_blockRows->addWidget(row);
    }
    if (blocks.size() > most)
        m_blockRows->addWidget(kit::makeLabel(tr("and %n more", nullptr, int(blocks.size()) - most), TextStyle::Small, Colour::Text2));
}

} // namespace vox
