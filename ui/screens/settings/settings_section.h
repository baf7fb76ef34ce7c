#pragma once
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace vox {

// One section of the settings: its name, a sentence, and rows of label and control. Owned by the screen, GUI thread.
class SettingsSection : public QWidget {
    Q_OBJECT
public:
    SettingsSection(const QString &key, const QString &title, const QString &sentence, QWidget *parent = nullptr);
    QString key() const { return m_key; }
    // `note` stands under the control, may be empty. Takes ownership.
    void addRow(const QString &label, QWidget *control, const QString &note = {});
    // Over the whole width.
    void addWide(QWidget *widget);

private:
    QString m_key;
    QGridLayout *m_rows;
};

} // namespace vox
