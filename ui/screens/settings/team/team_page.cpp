#include "ui/screens/settings/team/team_page.h"
#include "app/wording/wording.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/banner_row.h"
#include <QApplication>
#include <QClipboard>
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
using State = TeamViewModel::State;

TeamPage::TeamPage(TeamViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_trouble(new BannerRow("cloud-off", kit::Meaning::Warning)),
      m_question(new BannerRow("triangle-alert", kit::Meaning::Error)), m_stack(new QStackedWidget), m_empty(new kit::Empty("server", {}))
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    kit::setSurface(this, Colour::Surface1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *tools = new RuledRow(RuledRow::Rule::Below, m.toolRow);
    tools->setMinimumHeight(m.toolRow); // texts that wrap would let it be lower
    m_tools = tools->row();
    column->addWidget(tools);
    column->addWidget(m_trouble);
    column->addWidget(m_question);
    m_sheetPlace = new QVBoxLayout;
    column->addLayout(m_sheetPlace);
    auto *content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new QWidget); // being read: nothing, for some milliseconds
    column->addWidget(m_stack, 1);
    connect(&model, &TeamViewModel::changed, this, [this] { refresh(); });
    connect(&model, &TeamViewModel::failed, this, [this](const Error &error) {
        emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
    });
    connect(m_trouble, &BannerRow::pressed, &model, &TeamViewModel::refresh);
    connect(m_question, &BannerRow::pressed, this, [this] {
        m_question->tell({});
        if (m_run) std::exchange(m_run, nullptr)();
    });
    connect(m_question, &BannerRow::otherPressed, this, [this] {
        m_question->tell({});
        m_run = nullptr;
    });
    connect(m_empty, &kit::Empty::pressed, this, [this] {
        if (m_model.state() == State::Local) emit joinRequested();
        else if (m_model.state() == State::Failed) m_model.refresh();
        else emptyPressed();
    });
}

TeamPage::~TeamPage() = default;

QTableView *TeamPage::makeTable(const QString &name, QAbstractItemModel *rows, const QList<int> &widths, int stretched)
{
    auto *table = new QTableView;
    table->setModel(rows);
    new kit::RowDelegate(table, kit::RowDelegate::Density::ListRow);
    table->setAccessibleName(name);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    QHeaderView *header = table->horizontalHeader();
    for (int i = 0; i < widths.size(); ++i) table->setColumnWidth(i, kit::Theme::of(this).px(widths.at(i)));
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    header->setMinimumSectionSize(kit::Theme::of(this).px(48));
    return table;
}

void TeamPage::setSheet(QWidget *sheet)
{
    if (m_sheet) {
        m_sheet->hide();
        m_sheet->deleteLater(); // it may be what was pressed
    }
    m_sheet = sheet;
    if (sheet) m_sheetPlace->addWidget(sheet);
}

void TeamPage::ask(const QString &question, const QString &button, std::function<void()> run)
{
    m_run = std::move(run);
    m_question->tell(question, button, tr("Keep"));
}

void TeamPage::setEmpty(const char *icon, const QString &sentence, const QString &button)
{
    m_emptyIcon = icon;
    m_emptySentence = sentence;
    m_emptyButton = button;
}

void TeamPage::refresh()
{
    const State state = m_model.state();
    const bool server = state != State::Local && state != State::Forbidden;
    for (int i = 0; i < m_tools->count(); ++i)
        if (QWidget *tool = m_tools->itemAt(i)->widget()) tool->setEnabled(server);
    // The tools have the one filled button, but for where there is no server.
    kit::setRole(m_empty->button(), server ? kit::ButtonRole::Normal : kit::ButtonRole::Primary);
    m_trouble->tell(state == State::Failed && !isEmpty() ? tr("%1 What you see may be old.").arg(wording::whatHappened(*m_model.error())) : QString(),
                    tr("Try again"));
    switch (state) {
    case State::Local:
        m_empty->setIcon("server");
        m_empty->setSentence(tr("This workspace is on this computer alone. People work together through a team's server."));
        m_empty->setButton(tr("Join a server"));
        m_stack->setCurrentIndex(1);
        break;
    case State::Forbidden:
        m_empty->setIcon("lock");
        m_empty->setSentence(tr("Your role may not look at this. An owner of the workspace can change that."));
        m_empty->setButton({});
        m_stack->setCurrentIndex(1);
        break;
    case State::Loading: m_stack->setCurrentIndex(2); break;
    case State::Failed:
        m_empty->setIcon("cloud-off");
        m_empty->setSentence(wording::sentence(*m_model.error()));
        m_empty->setButton(tr("Try again"));
        m_stack->setCurrentIndex(isEmpty() ? 1 : 0);
        break;
    case State::Ready:
        m_empty->setIcon(m_emptyIcon);
        m_empty->setSentence(m_emptySentence);
        m_empty->setButton(m_emptyButton);
        m_stack->setCurrentIndex(isEmpty() ? 1 : 0);
        break;
    }
}

void TeamPage::tell(const QString &text, const QString &detail, const QString &actionLabel, std::function<void()> action)
{
    emit noticed({Notice::Level::Information, text, detail, actionLabel, std::move(action)});
}

QWidget *makeShownOnce(const QString &sentence, const QString &secret, const std::function<void()> &done, QWidget *parent)
{
    auto *sheet = new RuledRow(RuledRow::Rule::Below, 96, parent);
    kit::setSurface(sheet, Colour::AccentSoft);
    sheet->setMinimumHeight(kit::Theme::of(sheet).px(96));
    auto *column = new QVBoxLayout;
    column->setSpacing(kit::Theme::of(sheet).metrics().grid);
    column->addStretch(1);
    column->addWidget(new kit::TextBlock(sentence));
    auto *row = new QHBoxLayout;
    auto *field = new QLineEdit(secret);
    field->setReadOnly(true);
    field->setCursorPosition(0);
    kit::setText(field, TextStyle::Mono);
    field->setAccessibleName(sentence);
    auto *copy = new QPushButton(kit::icon("copy"), TeamPage::tr("Copy"));
    auto *close = new QPushButton(TeamPage::tr("Done"));
    kit::setRole(close, kit::ButtonRole::Primary);
    QObject::connect(copy, &QPushButton::clicked, field, [field, copy] {
        QApplication::clipboard()->setText(field->text());
        copy->setText(TeamPage::tr("Copied"));
    });
    QObject::connect(close, &QPushButton::clicked, sheet, done);
    row->addWidget(field, 1);
    row->addWidget(copy);
    row->addWidget(close);
    column->addLayout(row);
    column->addStretch(1);
    sheet->row()->addLayout(column, 1);
    field->selectAll();
    return sheet;
}

QWidget *labelled(const QString &label, QWidget *field)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kit::Theme::of(box).metrics().half);
    auto *name = kit::makeLabel(label, TextStyle::Small, Colour::Text2);
    name->setBuddy(field);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(label);
    column->addWidget(name);
    column->addWidget(field);
    return box;
}

} // namespace vox
