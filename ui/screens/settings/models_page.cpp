#include "ui/screens/settings/models_page.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/progress.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/settings/team/team_page.h"
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {

enum Column { Name, For, Languages, Licence, Size, Speed, State, ColumnCount };

QString bytesText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat); }

} // namespace

ModelsPage::ModelsPage(SettingsModels &models, QWidget *parent)
    : QWidget(parent), m_models(models), m_tools(new RuledRow(RuledRow::Rule::Below, 44)), m_sheet(new RuledRow(RuledRow::Rule::Below, 84)),
      m_progressRow(new RuledRow(RuledRow::Rule::Below, 56)), m_rows(new QStandardItemModel(0, ColumnCount, this)), m_table(new QTableView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeTools();
    column->addWidget(m_tools);
    m_sheet->row()->addWidget(makeSheet(), 1);
    column->addWidget(m_sheet);
    m_progressRow->row()->addWidget(makeProgress(), 1);
    column->addWidget(m_progressRow);
    makeTable();
    column->addWidget(m_table, 1);
    kit::setSurface(this, Colour::Surface1);
    connect(&models, &SettingsModels::partsChanged, this, &ModelsPage::list);
    connect(&models, &SettingsModels::stateChanged, this, &ModelsPage::showState);
    connect(&models, &SettingsModels::progressed, this, &ModelsPage::showProgress);
    connect(&models, &SettingsModels::added, this, [this](const QString &name) {
        emit noticed({Notice::Level::Information, tr("“%1” was added and works.").arg(name), tr("Agents choose it by its name, under Voice."), {}, {}});
    });
    list();
    showState();
}

void ModelsPage::makeTools()
{
    m_tools->row()->addWidget(new kit::TextBlock(tr("They work without a network: what calls say never leaves this machine through them."), TextStyle::Body, Colour::Text2), 1, Qt::AlignVCenter);
    m_measure = new QPushButton(kit::icon("gauge"), tr("Measure speed"));
    m_remove = new QPushButton(kit::icon("trash-2", kit::Meaning::Error), tr("Remove"));
    kit::setRole(m_remove, kit::ButtonRole::Danger);
    m_add = new QPushButton(kit::icon("plus"), tr("Add a model"));
    kit::setRole(m_add, kit::ButtonRole::Primary);
    auto *menu = new QMenu(m_add);
    connect(menu->addAction(kit::icon("folder"), tr("From a folder…")), &QAction::triggered, this, &ModelsPage::askFolder);
    connect(menu->addAction(kit::icon("archive"), tr("From an archive (zip, tar)…")), &QAction::triggered, this, &ModelsPage::askArchive);
    connect(menu->addAction(kit::icon("download"), tr("From an address…")), &QAction::triggered, &m_models, &SettingsModels::chooseAddress);
    m_add->setMenu(menu);
    for (QPushButton *button : {m_measure, m_remove, m_add}) m_tools->row()->addWidget(button);
    connect(m_measure, &QPushButton::clicked, this, [this] { m_models.measure(chosen().id); });
    connect(m_remove, &QPushButton::clicked, this, &ModelsPage::remove);
}

QWidget *ModelsPage::makeSheet()
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, m.grid, 0, m.grid);
    column->setSpacing(m.grid);
    column->addWidget(m_path = kit::makeLabel({}, TextStyle::Small, Colour::Text2));
    column->addWidget(makeAddress());
    auto *fields = new QHBoxLayout;
    fields->setSpacing(m.panelPadding);
    m_name = new QLineEdit;
    m_languages = new QLineEdit;
    m_licence = new QLineEdit;
    m_languages->setPlaceholderText(u"ru, en"_s);
    m_licence->setPlaceholderText(u"Apache-2.0"_s);
    m_name->setMaxLength(60);
    fields->addWidget(labelled(tr("Name"), m_name), 3);
    fields->addWidget(labelled(tr("Languages it knows"), m_languages), 2);
    fields->addWidget(labelled(tr("Licence, as its maker says"), m_licence), 2);
    column->addLayout(fields);
    m_troubleHolder = new QWidget;
    auto *trouble = new QVBoxLayout(m_troubleHolder);
    trouble->setContentsMargins(0, 0, 0, 0);
    trouble->setSpacing(0);
    trouble->addWidget(m_trouble = new kit::TextBlock({}, TextStyle::Small));
    trouble->addWidget(m_next = new kit::TextBlock({}, TextStyle::Small, Colour::Text2));
    m_trouble->setMeaning(kit::Meaning::Error);
    column->addWidget(m_troubleHolder);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m.grid);
    buttons->addWidget(new kit::TextBlock(tr("It is copied, and tried in a process of its own: a bad file can end only that."), TextStyle::Small, Colour::Text3), 1, Qt::AlignVCenter);
    auto *cancel = new QPushButton(tr("Cancel"));
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    m_take = new QPushButton(tr("Add"));
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { m_models.setName(text); });
    connect(m_languages, &QLineEdit::textEdited, this, [this](const QString &text) { m_models.setLanguages(text); });
    connect(m_licence, &QLineEdit::textEdited, this, [this](const QString &text) { m_models.setLicence(text); });
    connect(cancel, &QPushButton::clicked, &m_models, &SettingsModels::cancel);
    connect(m_take, &QPushButton::clicked, &m_models, &SettingsModels::add);
    return all;
}

QWidget *ModelsPage::makeAddress()
{
    m_addressFields = new QWidget;
    auto *row = new QHBoxLayout(m_addressFields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::Theme::of(this).metrics().panelPadding);
    m_address = new QLineEdit;
    m_sha256 = new QLineEdit;
    m_address->setPlaceholderText(u"https://…/sherpa-onnx-….tar.bz2"_s);
    m_sha256->setMaxLength(64);
    row->addWidget(labelled(tr("Address of an archive"), m_address), 3);
    row->addWidget(labelled(tr("Its SHA-256, if known: then a download that was cut off goes on"), m_sha256), 2);
    connect(m_address, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_models.setAddress(text);
        m_name->setText(m_models.addition().name);
        if (m_languages->text().isEmpty()) m_languages->setText(m_models.addition().languages.join(u", "_s));
    });
    connect(m_sha256, &QLineEdit::textEdited, this, [this](const QString &text) { m_models.setSha256(text); });
    return m_addressFields;
}

QWidget *ModelsPage::makeProgress()
{
    m_progress = new kit::Progress;
    connect(m_progress, &kit::Progress::cancelled, &m_models, &SettingsModels::cancel);
    return m_progress;
}

void ModelsPage::makeTable()
{
    m_rows->setHorizontalHeaderLabels({tr("Name"), tr("For"), tr("Languages"), tr("Licence"), tr("Size"), tr("Speed"), tr("State")});
    for (const int column : {Size, Speed}) m_rows->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_rows->horizontalHeaderItem(Speed)->setToolTip(tr("Seconds of speech it recognises in a second of work on this machine."));
    m_table->setModel(m_rows);
    new kit::RowDelegate(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Models and voices on this machine"));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const kit::Theme &theme = kit::Theme::of(this);
    const int widths[ColumnCount] = {320, 120, 140, 150, 80, 80, 124};
    for (int column = 0; column < ColumnCount; ++column) m_table->setColumnWidth(column, theme.px(widths[column]));
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ModelsPage::showChoice);
}

void ModelsPage::list()
{
    const QString before = chosen().id;
    m_parts = m_models.parts();
    m_rows->setRowCount(0);
    const auto kindWord = [](InstalledPart::Kind kind) {
        switch (kind) {
        case InstalledPart::Kind::Recogniser: return tr("Recognition");
        case InstalledPart::Kind::VoiceActivity: return tr("Voice activity");
        case InstalledPart::Kind::Voice: break;
        }
        return tr("Voice");
    };
    const auto languages = [](const QStringList &tags) {
        QStringList names;
        for (const QString &tag : tags) {
            const QString first = tag.section(u'-', 0, 0);
            names.append(first == "en"_L1 ? tr("English") : first == "ru"_L1 ? tr("Russian") : QLocale(tag).nativeLanguageName());
        }
        names.removeDuplicates();
        return names.join(u", "_s);
    };
    for (const InstalledPart &part : std::as_const(m_parts)) {
        const auto cell = [](const QString &text, Colour ink = Colour::Text2) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            item->setData(int(ink), kit::InkRole);
            return item;
        };
        const auto figure = [&cell](const QString &text) {
            QStandardItem *item = cell(text);
            item->setData(int(TextStyle::Mono), kit::FontRole);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            return item;
        };
        QStandardItem *name = cell(part.name, Colour::Text1);
        name->setData(part.maker, kit::SecondRole);
        QStandardItem *licence = cell(part.usable ? part.licence : tr("%1, not for business").arg(part.licence));
        if (!part.usable) licence->setData(int(kit::Meaning::Warning), kit::MeaningRole);
        QStandardItem *state = cell(part.fault ? tr("broken") : part.added ? tr("added") : tr("installed"));
        if (part.fault) {
            state->setData(int(kit::Meaning::Error), kit::DotRole);
            state->setToolTip(wording::sentence(*part.fault));
        } else {
            state->setData(int(kit::Meaning::Success), kit::DotRole);
        }
        const QString speed = part.realTimeFactor > 0 ? tr("%1×").arg(QLocale().toString(1 / part.realTimeFactor, 'f', part.realTimeFactor > 0.1 ? 1 : 0)) : u"–"_s;
        m_rows->appendRow({name, cell(kindWord(part.kind)), cell(languages(part.languages)), licence, figure(part.bytes > 0 ? bytesText(part.bytes) : u"–"_s), figure(speed), state});
        if (!before.isEmpty() && part.id == before) m_table->setCurrentIndex(m_rows->index(m_rows->rowCount() - 1, 0));
    }
    showChoice();
}

InstalledPart ModelsPage::chosen() const { return m_parts.value(m_table->currentIndex().row()); }

void ModelsPage::showChoice()
{
    const bool idle = m_models.state() == SettingsModels::State::Idle;
    const bool any = m_table->currentIndex().isValid();
    m_measure->setEnabled(idle && any && chosen().measurable);
    m_remove->setEnabled(idle && any && chosen().added);
    m_measure->setToolTip(m_measure->isEnabled() ? tr("Lets it hear five seconds of sound") : tr("Choose a model that recognises speech, or a voice that was added."));
    m_remove->setToolTip(m_remove->isEnabled() ? QString() : tr("Choose a model that somebody added; what was installed stays."));
    m_add->setEnabled(m_models.state() != SettingsModels::State::Working);
}

void ModelsPage::showState()
{
    using State = SettingsModels::State;
    const State state = m_models.state();
    m_sheet->setVisible(state == State::Describing);
    m_progressRow->setVisible(state == State::Working);
    const auto &error = m_models.error();
    if (state == State::Idle && error) emit noticed({Notice::Level::Error, wording::whatHappened(*error), wording::whatNext(*error), {}, {}});
    m_troubleHolder->setVisible(error.has_value());
    m_trouble->setText(error ? wording::whatHappened(*error) : QString());
    m_next->setText(error ? wording::whatNext(*error) : QString());
    const LocalModels::Addition &what = m_models.addition();
    const bool address = m_models.isAddress();
    m_addressFields->setVisible(address);
    m_path->setVisible(!address);
    if (state == State::Describing && address && !m_givesAddress) {
        for (QLineEdit *field : {m_address, m_sha256, m_name, m_languages, m_licence}) field->clear();
        m_path->clear();
        m_address->setFocus();
    }
    m_givesAddress = address && state != State::Idle;
    if (state == State::Describing && !address && m_path->text() != what.path) {
        m_path->setText(QDir::toNativeSeparators(what.path));
        m_name->setText(what.name);
        m_languages->setText(what.languages.join(u", "_s));
        m_licence->setText(what.licence);
        m_languages->setFocus();
    }
    showProgress();
    showChoice();
}

QString ModelsPage::stageText() const
{
    if (m_models.isMeasuring()) return tr("Measuring speed");
    const QString name = m_models.addition().name;
    switch (m_models.stage()) {
    case LocalModels::Stage::Bring: return tr("Copying “%1”").arg(name);
    case LocalModels::Stage::Check: return tr("Checking “%1”").arg(name);
    case LocalModels::Stage::Try: break;
    }
    return tr("Trying “%1” in a process of its own").arg(name);
}

void ModelsPage::showProgress()
{
    kit::setFault(m_languages, m_models.state() == SettingsModels::State::Describing && m_models.addition().languages.isEmpty() && !m_languages->text().isEmpty());
    m_take->setEnabled(m_models.mayAdd());
    m_take->setToolTip(m_models.mayAdd() ? QString() : m_models.isAddress() ? tr("Give the address, and say which languages it knows: ru, en, de…") : tr("Say which languages it knows: ru, en, de…"));
    if (m_models.state() != SettingsModels::State::Working) return;
    m_progress->setWhat(stageText());
    const qint64 bytes = m_models.bytes(), total = m_models.totalBytes();
    const QString amount = bytes == 0 ? QString() : total > 0 ? tr("%1 of %2").arg(bytesText(bytes), bytesText(total)) : bytesText(bytes);
    m_progress->setDone(m_models.done(), amount, m_models.secondsLeft());
}

void ModelsPage::askFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of a model"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, &m_models, &SettingsModels::choose);
    dialog->open();
}

void ModelsPage::askArchive()
{
    auto *dialog = new QFileDialog(this, tr("Archive of a model"), {}, tr("Archives (*.zip *.tar *.tar.gz *.tgz *.tar.xz *.tar.bz2 *.tar.zst);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_models, &SettingsModels::choose);
    dialog->open();
}

void ModelsPage::remove()
{
    const InstalledPart part = chosen();
    if (const auto gone = m_models.remove(part.id); !gone)
        return emit noticed({Notice::Level::Error, wording::whatHappened(gone.error()), wording::whatNext(gone.error()), {}, {}});
    emit noticed({Notice::Level::Information, tr("“%1” was removed.").arg(part.name), tr("Agents that named it hear with the next best one."), tr("Undo"),
                  [models = &m_models, id = part.id] { (void)models->restore(id); }});
}

} // namespace vox
