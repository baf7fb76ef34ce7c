#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/settings_sections.h"
#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString kindWord(InstalledPart::Kind kind)
{
    switch (kind) {
    case InstalledPart::Kind::Recogniser: return SettingsSection::tr("Recognition");
    case InstalledPart::Kind::VoiceActivity: return SettingsSection::tr("Voice activity");
    case InstalledPart::Kind::Voice: return SettingsSection::tr("Voice");
    }
    return {};
}

QString languagesText(const QStringList &tags)
{
    QStringList names;
    for (const QString &tag : tags) {
        const QLocale locale(tag);
        names.append(tag == "en"_L1 || tag.startsWith("en-"_L1) ? SettingsSection::tr("English")
                     : tag == "ru"_L1                           ? SettingsSection::tr("Russian")
                                                                : locale.nativeLanguageName());
    }
    names.removeDuplicates();
    return names.join(u", "_s);
}

} // namespace

SettingsSection *makeInstalledSection(const QList<InstalledPart> &parts)
{
    auto *section = new SettingsSection(u"installed"_s, SettingsSection::tr("Models and voices on this machine"),
                                        SettingsSection::tr("They work without a network. What calls say never leaves this machine through them."));
    auto *table = new QTableView;
    auto *model = new QStandardItemModel(int(parts.size()), 5, table);
    model->setHorizontalHeaderLabels({SettingsSection::tr("Name"), SettingsSection::tr("For"), SettingsSection::tr("Languages"),
                                      SettingsSection::tr("Licence"), SettingsSection::tr("Size")});
    for (int row = 0; row < parts.size(); ++row) {
        const InstalledPart &part = parts.at(row);
        const auto put = [&](int column, const QString &text) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            model->setItem(row, column, item);
            return item;
        };
        put(0, part.name)->setData(part.maker, kit::SecondRole);
        put(1, kindWord(part.kind));
        put(2, languagesText(part.languages));
        QStandardItem *licence = put(3, part.usable ? part.licence : SettingsSection::tr("%1, not for business").arg(part.licence));
        if (!part.usable) licence->setData(int(kit::Meaning::Warning), kit::MeaningRole);
        QStandardItem *size = put(4, part.bytes > 0 ? QLocale().formattedDataSize(part.bytes, 0, QLocale::DataSizeSIFormat) : u"–"_s);
        size->setData(int(kit::TextStyle::Mono), kit::FontRole);
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    model->setHeaderData(4, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    table->setModel(model);
    auto *delegate = new kit::RowDelegate(table);
    table->setItemDelegate(delegate);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(kit::Theme::of(section).px(88));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + int(parts.size()) * delegate->rowHeight() + 2);
    table->setAccessibleName(SettingsSection::tr("Models and voices on this machine"));
    section->addWide(table);
    return section;
}

} // namespace vox
