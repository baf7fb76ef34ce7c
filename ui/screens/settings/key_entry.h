#pragma once
#include "ui/kit/text_block.h"
#include <QWidget>
#include <functional>

class QLineEdit;
class QPushButton;

namespace vox {

class SettingsProviders;

// Where the key of one address is, and the field to type one into: a value goes in and is never shown again. GUI thread.
class KeyEntry final : public QWidget {
    Q_OBJECT
public:
    // `name` is asked at each refresh: the operator may be typing it.
    KeyEntry(SettingsProviders &providers, std::function<QString()> name);
    void refresh();

private:
    void open(bool open);
    void keep();
    QString stateText() const;

    SettingsProviders &m_providers;
    const std::function<QString()> m_name;
    kit::TextBlock *m_state;
    QLineEdit *m_value;
    QPushButton *m_set, *m_keep, *m_cancel, *m_remove;
};

} // namespace vox
