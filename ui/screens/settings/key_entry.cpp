#include "ui/screens/settings/key_entry.h"
#include "ui/viewmodels/settings_providers.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

KeyEntry::KeyEntry(SettingsProviders &providers, std::function<QString()> name)
    : m_providers(providers), m_name(std::move(name)), m_state(new kit::TextBlock({}, kit::TextStyle::Small, kit::Colour::Text3)),
      m_value(new QLineEdit), m_set(new QPushButton), m_keep(new QPushButton(tr("Keep"))), m_cancel(new QPushButton(tr("Cancel"))),
      m_remove(new QPushButton(tr("Forget it")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_state, 1);
    row->addWidget(m_value, 1);
    for (QPushButton *button : {m_set, m_remove, m_keep, m_cancel}) row->addWidget(button);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setAccessibleName(tr("Key"));
    m_value->setPlaceholderText(tr("Paste the key here"));
    connect(m_set, &QPushButton::clicked, this, [this] { open(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { open(false); });
    connect(m_keep, &QPushButton::clicked, this, &KeyEntry::keep);
    connect(m_value, &QLineEdit::returnPressed, this, &KeyEntry::keep);
    connect(m_value, &QLineEdit::textChanged, this, [this](const QString &text) { m_keep->setEnabled(!text.isEmpty()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_providers.putKey(m_name(), {}); });
    connect(&providers, &SettingsProviders::keysChanged, this, &KeyEntry::refresh);
    connect(&providers, &SettingsProviders::keyKept, this, [this](const QString &kept) {
        if (kept == m_name()) open(false);
    });
    open(false);
}

void KeyEntry::refresh()
{
    using Place = SettingsProviders::KeyPlace;
    const Place place = m_providers.keyPlace(m_name());
    const bool typing = !m_value->isHidden(), kept = place == Place::Keychain || place == Place::File;
    m_state->setText(stateText());
    m_state->setMeaning(place == Place::Missing ? kit::Meaning::Warning : kit::Meaning::Neutral);
    m_set->setText(kept ? tr("Replace…") : tr("Enter the key…"));
    m_set->setVisible(!typing && m_providers.keepsKeys() && place != Place::NotNeeded);
    m_remove->setVisible(!typing && kept);
}

void KeyEntry::open(bool open)
{
    m_value->clear(); // also what undo would bring back
    m_value->setVisible(open);
    m_keep->setVisible(open);
    m_keep->setEnabled(false);
    m_cancel->setVisible(open);
    refresh();
    if (open) m_value->setFocus();
}

void KeyEntry::keep()
{
    if (!m_value->text().isEmpty()) m_providers.putKey(m_name(), m_value->text().trimmed());
}

QString KeyEntry::stateText() const
{
    using Place = SettingsProviders::KeyPlace;
    switch (m_providers.keyPlace(m_name())) {
    case Place::NotNeeded: return tr("No key is sent.");
    case Place::Environment: return tr("Its key is read from the environment variable %1.").arg(SettingsProviders::variableOf(m_name()));
    case Place::Keychain: return tr("Its key is in this computer's keychain.");
    case Place::File:
        return tr("Its key is in an encrypted file in your data folder, and what opens the file lies beside it: this system has no keychain.");
    case Place::Missing: return tr("This computer does not have its key.");
    }
    Q_UNREACHABLE();
}

} // namespace vox
