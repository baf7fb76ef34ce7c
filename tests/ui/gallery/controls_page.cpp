#include "tests/ui/gallery/controls_page.h"
#include "tests/ui/gallery/words.h"
#include "ui/kit/chip.h"
#include "ui/kit/count_badge.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/palette_list.h"
#include "ui/kit/progress.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segments.h"
#include "ui/kit/tag.h"
#include "ui/kit/toast_card.h"
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QStyleOptionButton>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace vox::kit;
using namespace Qt::StringLiterals;

namespace {

// A button frozen in one state.
class StateButton : public QPushButton {
public:
    StateButton(const QString &text, QStyle::State with, ButtonRole role, bool ring)
        : QPushButton(text)
        , m_with(with)
        , m_ring(ring)
    {
        setRole(this, role);
        setText(this, TextStyle::Small);
        QPushButton::setText(text);
        setFixedSize(74, 34);
    }

protected:
    using QPushButton::setText;
    void setText(QWidget *w, TextStyle s) { vox::kit::setText(w, s); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        option.rect = rect().adjusted(3, 3, -3, -3);
        option.state = (option.state & ~QStyle::State_MouseOver) | m_with;
        painter.setFont(font());
        style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
        if (m_ring) drawFocusRing(painter, option.rect, 4, Theme::of(this));
    }

private:
    QStyle::State m_with;
    bool m_ring;
};

class FocusedEdit : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        QPainter painter(this);
        drawBox(painter, rect(), 4, {}, Theme::of(this)[Colour::AccentLine], 2);
    }
};

QLabel *caption(const QString &text)
{
    return makeLabel(text, TextStyle::Small, Colour::Text2);
}

} // namespace

ControlsPage::ControlsPage(bool russian)
    : m_russian(russian)
{
    setSurface(this, Colour::Surface1);
    setFixedSize(800, 1000);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(24);
    for (int i = 0; i < 2; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        auto *holder = new QWidget;
        holder->setFixedWidth(368);
        holder->setLayout(column);
        row->addWidget(holder);
        if (i == 0) left(column);
        else right(column);
        column->addStretch(1);
    }
}

QVBoxLayout *ControlsPage::section(QVBoxLayout *column, const char *english, const char *russian)
{
    column->addWidget(makeLabel(say(m_russian, english, russian), TextStyle::SmallStrong, Colour::Text3));
    column->addSpacing(8);
    auto *inner = new QVBoxLayout;
    inner->setSpacing(8);
    column->addLayout(inner);
    column->addSpacing(16);
    return inner;
}

void ControlsPage::left(QVBoxLayout *column)
{
    const auto s = [this](const char *en, const char *ru) { return say(m_russian, en, ru); };
    auto *buttons = section(column, "Buttons", "Кнопки");
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [&](const QString &text, ButtonRole role, const char *name) {
        auto *button = new QPushButton(text);
        if (*name) button->setIcon(icon(name));
        setRole(button, role);
        row->addWidget(button);
    };
    add(s("Publish", "Начать"), ButtonRole::Primary, "");
    add(s("Replay", "Повторить"), ButtonRole::Normal, "wrench");
    add(s("Delete", "Удалить"), ButtonRole::Danger, "");
    add(s("More", "Ещё"), ButtonRole::Quiet, "");
    add({}, ButtonRole::Normal, "ellipsis");
    row->addStretch(1);
    buttons->addLayout(row);
    for (const ButtonRole role : {ButtonRole::Primary, ButtonRole::Normal}) {
        auto *states = new QHBoxLayout;
        states->setSpacing(0);
        states->setContentsMargins(-3, 0, 0, 0);
        states->addWidget(new StateButton(s("Rest", "Покой"), {}, role, false));
        states->addWidget(new StateButton(s("Hover", "Наведение"), QStyle::State_MouseOver, role, false));
        states->addWidget(new StateButton(s("Pressed", "Нажатие"), QStyle::State_Sunken, role, false));
        states->addWidget(new StateButton(s("Focus", "Фокус"), {}, role, true));
        auto *off = new StateButton(s("Disabled", "Недоступна"), {}, ButtonRole::Normal, false);
        off->setEnabled(false);
        states->addWidget(off);
        states->addStretch(1);
        buttons->addLayout(states);
    }

    auto *fields = section(column, "Fields", "Поля");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setRowMinimumHeight(2, 6);
    grid->setRowMinimumHeight(5, 6);
    grid->addWidget(caption(s("Name", "Название")), 0, 0);
    grid->addWidget(caption(s("Voice", "Голос")), 0, 1);
    grid->addWidget(new QLineEdit(s("Book slot", "Записать на приём")), 1, 0);
    auto *combo = new QComboBox;
    combo->addItem(s("Vera, calm", "Вера, спокойно"));
    grid->addWidget(combo, 1, 1);
    grid->addWidget(caption(s("Focused", "В фокусе")), 3, 0);
    grid->addWidget(caption(s("Search", "Поиск")), 3, 1);
    grid->addWidget(new FocusedEdit(s("Reception", "Регистратура")), 4, 0);
    grid->addWidget(new SearchField(s("Search conversations", "Найти разговор")), 4, 1);
    grid->addWidget(caption(s("Timeout", "Предел ожидания")), 6, 0);
    grid->addWidget(caption(s("Read only", "Только чтение")), 6, 1);
    auto *faulty = new QLineEdit(u"12 000"_s);
    setFault(faulty, true);
    setText(faulty, TextStyle::Mono);
    grid->addWidget(faulty, 7, 0);
    auto *locked = new QLineEdit(u"POST /appointments"_s);
    locked->setEnabled(false);
    setText(locked, TextStyle::MonoSmall);
    grid->addWidget(locked, 7, 1);
    grid->addWidget(new QLabel, 8, 1);
    auto *problem = makeLabel(s("At most 10 000 ms.", "Не больше 10 000 мс."), TextStyle::Small);
    setText(problem, TextStyle::Small, Meaning::Error);
    grid->addWidget(problem, 8, 0);
    fields->addLayout(grid);

    auto *choice = section(column, "Choice", "Выбор");
    auto *marks = new QHBoxLayout;
    marks->setSpacing(14);
    auto *check = new QCheckBox(s("Record calls", "Записывать"));
    check->setChecked(true);
    auto *daily = new QRadioButton(s("Every day", "Каждый день"));
    daily->setChecked(true);
    marks->addWidget(check);
    marks->addWidget(daily);
    marks->addWidget(new QRadioButton(s("Weekdays", "По будням")));
    marks->addStretch(1);
    choice->addLayout(marks);
    auto *more = new QHBoxLayout;
    auto *keep = new QCheckBox(s("Keep audio", "Хранить звук"));
    setSwitch(keep);
    keep->setChecked(true);
    more->addWidget(keep);
    more->addStretch(1);
    more->addWidget(new Segments({s("Graph", "Граф"), s("Prompts", "Подсказки"), s("Voice", "Голос")}));
    choice->addLayout(more);

    auto *chips = section(column, "Chips and badges", "Условия и метки");
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(new Chip(s("Outcome: moved", "Итог: перенесён"), Chip::Kind::Applied));
    first->addWidget(new Chip(s("Today", "Сегодня"), Chip::Kind::Offered));
    first->addWidget(new Chip(s("Condition", "Условие"), Chip::Kind::Add));
    first->addWidget(new CountBadge(7, BadgeTone::Accent));
    first->addWidget(new CountBadge(12));
    first->addStretch(1);
    chips->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(4);
    const char *names[][2] = {{"caller", "клиент"}, {"agent", "агент"}, {"tool", "инструмент"},
                              {"model", "модель"}, {"knowledge", "знания"}, {"human", "человек"}};
    for (int i = 0; i < 6; ++i) second->addWidget(new Tag(s(names[i][0], names[i][1]), Meaning(i + 1)));
    second->addStretch(1);
    chips->addLayout(second);
    auto *third = new QHBoxLayout;
    third->setSpacing(4);
    third->addWidget(new Tag(s("passed", "прошёл"), Meaning::Success, "circle-check"));
    third->addWidget(new Tag(s("slow", "медленно"), Meaning::Warning, "triangle-alert"));
    third->addWidget(new Tag(s("failed", "ошибка"), Meaning::Error, "circle-x"));
    third->addWidget(new Tag(s("outage", "авария"), Meaning::Emergency, "siren"));
    third->addStretch(1);
    chips->addLayout(third);

    auto *tabs = new QTabBar;
    tabs->addTab(s("Graph", "Граф"));
    tabs->addTab(s("Prompts", "Подсказки"));
    tabs->addTab(s("Voice", "Голос"));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    column->addWidget(tabs);
    column->addSpacing(16);

    auto *tables = section(column, "Table", "Таблица");
    auto *view = new QTableView;
    auto *model = new QStandardItemModel(view);
    model->setHorizontalHeaderLabels({s("Time", "Время"), s("Agent", "Агент"), s("Outcome", "Итог"), s("p95, ms", "p95, мс")});
    model->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    struct Line { const char *time, *en, *ru, *outEn, *outRu, *ms; Meaning dot; };
    const Line lines[] = {{"09:38", "Clinic reception", "Регистратура", "booked", "записан", "633", Meaning::Success},
                          {"09:32", "Clinic reception", "Регистратура", "to a person", "оператору", "812", Meaning::Human},
                          {"09:27", "Delivery", "Доставка", "failed", "ошибка", "2 240", Meaning::Error},
                          {"09:20", "Delivery", "Доставка", "answered", "ответ дан", "590", Meaning::Success}};
    for (const Line &line : lines) {
        auto *time = new QStandardItem(QString::fromUtf8(line.time));
        time->setData(int(TextStyle::Mono), FontRole);
        auto *out = new QStandardItem(s(line.outEn, line.outRu));
        out->setData(int(line.dot), DotRole);
        auto *ms = new QStandardItem(QString::fromUtf8(line.ms));
        ms->setData(int(TextStyle::Mono), FontRole);
        ms->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (line.dot == Meaning::Error) ms->setData(int(Meaning::Error), MeaningRole);
        model->appendRow({time, new QStandardItem(s(line.en, line.ru)), out, ms});
    }
    view->setModel(model);
    new RowDelegate(view);
    view->setSortingEnabled(true);
    view->sortByColumn(0, Qt::DescendingOrder);
    const int widths[] = {76, 120, 104, 68};
    for (int i = 0; i < 4; ++i) view->setColumnWidth(i, widths[i]);
    view->setFixedHeight(5 * 28 + 1);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->selectRow(1);
    view->setFocus();
    tables->addWidget(view);

    auto *work = section(column, "Progress", "Ход работы");
    auto *download = new Progress(s("Downloading speech model", "Загрузка модели речи"));
    download->setDone(0.65, s("312 of 480 MB", "312 из 480 МБ"), 60);
    work->addWidget(download);
    auto *suite = new Progress(s("Suite “Booking”", "Набор «Запись на приём»"));
    suite->setDone(0.646, s("31 of 48", "31 из 48"), 20);
    work->addWidget(suite);
}

void ControlsPage::right(QVBoxLayout *column)
{
    const auto s = [this](const char *en, const char *ru) { return say(m_russian, en, ru); };
    auto *messages = section(column, "Messages", "Сообщения");
    messages->setSpacing(0);
    const Toast toasts[] = {
        {ToastLevel::Information, s("Draft 15 saved", "Черновик 15 сохранён"), s("Alina V. also has this agent open.", "Его открыла и Алина В."), s("Show", "Показать"), {}},
        {ToastLevel::Warning, s("Microphone is very quiet", "Микрофон очень тихий"), s("Move closer or raise its level.", "Прибавьте уровень входа."), s("Adjust", "Настроить"), {}},
        {ToastLevel::Error, s("The test call was not placed", "Пробный звонок не начался"), s("The number has no agent.", "У номера нет агента."), s("Bind number", "Привязать"), {}},
        {ToastLevel::Emergency, s("Speech recognition has stopped", "Узнавание речи остановилось"), s("12 calls affected. Use the spare.", "Задеты 12 звонков. Есть запасное."), s("Switch now", "Включить"), {}}};
    auto *stack = new QWidget;
    stack->setFixedHeight(4 * 64 + 8);
    for (int i = 0; i < 4; ++i) {
        auto *card = new ToastCard(i, toasts[i], stack);
        card->setGeometry(-shadowMargin(), i * 64 - shadowMargin(), 368 + 2 * shadowMargin(), 56 + 2 * shadowMargin());
    }
    messages->addWidget(stack);

    auto *commands = section(column, "Command palette", "Палитра команд");
    auto *palette = new QWidget;
    palette->setFixedHeight(190);
    auto *field = new QLineEdit(s("repl", "повт"), palette);
    field->setGeometry(4, 4, 360, 36);
    auto *list = new PaletteList(palette);
    list->setGeometry(4, 44, 360, 136);
    QList<PaletteList::Row> rows;
    const PaletteEntry entries[] = {{"wrench", s("Replay on draft 15", "Повторить на черновике 15"), s("Conversation", "Разговор"), u"Ctrl+Shift+R"_s, {}},
                                    {"message-square-text", s("Reply to ticket 1182", "Повторить набор «Запись»"), s("Desk", "Тесты"), {}, {}},
                                    {"workflow", s("Reception desk", "Повторный вопрос"), s("Node in Clinic reception", "Узел в «Регистратуре»"), {}, {}},
                                    {"sliders-horizontal", s("Replace microphone", "Повторы запросов"), s("Settings", "Настройки"), {}, {}}};
    for (const PaletteEntry &entry : entries) rows.append({entry, fuzzyMatch(field->text(), entry.title).value_or(FuzzyMatch())});
    list->setRows(rows);
    commands->addWidget(palette);

    auto *menus = section(column, "Menu", "Меню");
    auto *menu = new QMenu(this);
    menu->addAction(icon("play"), s("Play from here", "Слушать отсюда") + u"\tSpace"_s);
    menu->addAction(icon("flask-conical"), s("Make a test", "Сделать тестом") + u"\tCtrl+T"_s);
    auto *current = menu->addAction(icon("wrench"), s("Replay on another version", "Повторить на другой версии") + u"\tCtrl+Shift+R"_s);
    menu->addSeparator();
    menu->addAction(icon("copy"), s("Copy link", "Копировать ссылку") + u"\tCtrl+L"_s);
    auto *remove = menu->addAction(icon("trash-2"), s("Delete", "Удалить") + u"\tDel"_s);
    setDanger(remove);
    menu->setActiveAction(current);
    menu->setFixedWidth(328);
    menu->adjustSize();
    auto *picture = new QLabel;
    picture->setPixmap(menu->grab());
    menus->addWidget(picture);

    auto *emptiness = section(column, "Empty state", "Пустой экран");
    auto *empty = new Empty("flask-conical",
                            s("No suites yet. A suite replays saved conversations and tells what became worse.",
                              "Наборов пока нет. Набор повторяет сохранённые разговоры и говорит, что стало хуже."),
                            s("Make a suite from 12 conversations", "Собрать набор из 12 разговоров"));
    empty->setFixedHeight(m_russian ? 130 : 110);
    emptiness->addWidget(empty);
    auto *tip = section(column, "Tool tip", "Подсказка");
    auto *tool = new QToolButton;
    tool->setIcon(icon("wrench"));
    setRole(tool, ButtonRole::Normal);
    tip->addWidget(tool);
}
