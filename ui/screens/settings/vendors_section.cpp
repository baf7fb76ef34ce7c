#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "app/wording/wording.h"
#include "ui/screens/settings/key_entry.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/viewmodels/settings_providers.h"
#include "ui/viewmodels/settings_vendors.h"
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString vendorName(SpeechProviderKind kind)
{
    for (const auto &row : EnumNames<SpeechProviderKind>::all)
        if (row.value == kind) return wording::translated(EnumNames<SpeechProviderKind>::context, row.label);
    return {};
}

// The fields a row can show; each is one member of the provider.
struct VendorColumn {
    const char *label;
    QString SpeechProvider::*member;
};
constexpr VendorColumn kFirstLine[] = {{QT_TRANSLATE_NOOP("SpeechProvider", "Name"), &SpeechProvider::name},
                                 {QT_TRANSLATE_NOOP("SpeechProvider", "Name of its key"), &SpeechProvider::secret},
                                 {QT_TRANSLATE_NOOP("SpeechProvider", "Address"), &SpeechProvider::address}};
constexpr VendorColumn kSecondLine[] = {{QT_TRANSLATE_NOOP("SpeechProvider", "Model that hears"), &SpeechProvider::recognitionModel},
                                  {QT_TRANSLATE_NOOP("SpeechProvider", "Model that speaks"), &SpeechProvider::speechModel},
                                  {QT_TRANSLATE_NOOP("SpeechProvider", "Voice"), &SpeechProvider::voice}};
constexpr VendorColumn kYandexLine[] = {{QT_TRANSLATE_NOOP("SpeechProvider", "Model that hears"), &SpeechProvider::recognitionModel},
                                  {QT_TRANSLATE_NOOP("SpeechProvider", "Folder"), &SpeechProvider::folder},
                                  {QT_TRANSLATE_NOOP("SpeechProvider", "Voice"), &SpeechProvider::voice}};

// The rows of vendors, made anew when their number changes.
class VendorRows final : public QWidget {
public:
    VendorRows(SettingsVendors &vendors, SettingsProviders &keys, std::function<void(const Notice &)> notice)
        : m_vendors(vendors), m_keys(keys), m_notice(std::move(notice))
    {
        setLayout(new QGridLayout);
        layout()->setContentsMargins(0, 0, 0, 0);
        connect(&vendors, &SettingsVendors::rowsChanged, this, [this] { QMetaObject::invokeMethod(this, [this] { fill(); }, Qt::QueuedConnection); });
        connect(&vendors, &SettingsVendors::rowChanged, this, [this] { showFaults(); });
        fill();
    }

private:
    void fill()
    {
        qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
        m_faults.clear();
        auto *grid = static_cast<QGridLayout *>(layout());
        for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
        for (int row = 0; row < m_vendors.rows().size(); ++row) addRow(grid, row);
        showFaults();
    }

    void addRow(QGridLayout *grid, int row)
    {
        const SpeechProvider &values = m_vendors.rows().at(row);
        const int line = 6 * row;
        grid->addWidget(kit::makeLabel(vendorName(values.kind), kit::TextStyle::Small, kit::Colour::Text2), line, 0, 1, 3);
        auto *remove = new QToolButton;
        remove->setIcon(kit::icon("trash-2"));
        remove->setToolTip(SettingsSection::tr("Remove this vendor"));
        remove->setAccessibleName(remove->toolTip());
        connect(remove, &QToolButton::clicked, this, [this, row] { removeRow(row); });
        grid->addWidget(remove, line + 1, 3);
        addFields(grid, line + 1, row, kFirstLine);
        addFields(grid, line + 2, row, values.kind == SpeechProviderKind::Yandex ? kYandexLine : kSecondLine);
        auto *fault = new kit::TextBlock({}, kit::TextStyle::Small, kit::Colour::Text3);
        auto *key = new KeyEntry(m_keys, [this, row] { return m_vendors.rows().value(row).secret; });
        m_faults.append({fault, key});
        grid->addWidget(fault, line + 3, 0, 1, 4);
        grid->addWidget(key, line + 4, 0, 1, 4);
        grid->setRowMinimumHeight(line + 5, kit::Theme::of(this).px(8));
    }

    void addFields(QGridLayout *grid, int line, int row, const VendorColumn (&columns)[3])
    {
        for (int column = 0; column < 3; ++column) {
            const VendorColumn &one = columns[column];
            auto *field = new QLineEdit(m_vendors.rows().at(row).*one.member);
            const QString name = wording::translated("SpeechProvider", one.label);
            field->setPlaceholderText(name);
            field->setToolTip(name);
            field->setAccessibleName(name);
            connect(field, &QLineEdit::textEdited, this, [this, row, member = one.member](const QString &text) {
                SpeechProvider changed = m_vendors.rows().at(row);
                changed.*member = text.trimmed();
                m_vendors.change(row, changed);
            });
            grid->addWidget(field, line, column);
        }
    }

    void removeRow(int row)
    {
        const SpeechProvider gone = m_vendors.rows().at(row);
        m_vendors.remove(row);
        m_notice({Notice::Level::Information, SettingsSection::tr("The vendor was removed."), gone.name, SettingsSection::tr("Undo"),
                  [this, row, gone] { m_vendors.restore(row, gone); }});
    }

    void showFaults()
    {
        for (int row = 0; row < m_faults.size() && row < m_vendors.rows().size(); ++row) {
            const auto fault = m_vendors.faultOf(row);
            const auto &[text, key] = m_faults[row];
            text->setMeaning(kit::Meaning::Error);
            text->setText(sentence(fault, m_vendors.rows().at(row)));
            text->setVisible(fault != SettingsVendors::Fault::None);
            key->setVisible(fault == SettingsVendors::Fault::None);
            key->refresh();
        }
    }

    static QString sentence(SettingsVendors::Fault fault, const SpeechProvider &row)
    {
        using Fault = SettingsVendors::Fault;
        switch (fault) {
        case Fault::NameMissing: return SettingsSection::tr("Give it a name: agents choose it by that.");
        case Fault::NameTaken: return SettingsSection::tr("Another vendor has this name.");
        case Fault::NameLocal: return SettingsSection::tr("A part of this machine has this name.");
        case Fault::AddressBroken:
            return row.kind == SpeechProviderKind::OpenAiRealtime ? SettingsSection::tr("An address begins with wss:// or ws:// and names a server.")
                                                                  : SettingsSection::tr("An address begins with https:// or http:// and names a server.");
        case Fault::SecretBroken: return SettingsSection::tr("Letters, digits, dots, hyphens and underscores only.");
        case Fault::None: break;
        }
        return {};
    }

    struct Line {
        kit::TextBlock *text;
        KeyEntry *key;
    };
    SettingsVendors &m_vendors;
    SettingsProviders &m_keys;
    std::function<void(const Notice &)> m_notice;
    QList<Line> m_faults;
};

} // namespace

SettingsSection *makeVendorsSection(SettingsVendors &vendors, SettingsProviders &keys, const std::function<void(const Notice &)> &notice)
{
    auto *section = new SettingsSection(u"vendors"_s, SettingsSection::tr("Vendors of speech"),
                                        SettingsSection::tr("Clouds that hear or speak for agents that choose them by name. What is left empty is the vendor's usual."));
    section->addWide(new VendorRows(vendors, keys, notice));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const auto &kind : EnumNames<SpeechProviderKind>::all) {
        auto *add = new QPushButton(kit::icon("plus"), vendorName(kind.value));
        QObject::connect(add, &QPushButton::clicked, &vendors, [&vendors, value = kind.value] { vendors.add(value); });
        layout->addWidget(add);
    }
    layout->addStretch(1);
    section->addWide(row);
    return section;
}

} // namespace vox
