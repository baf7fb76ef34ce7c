#pragma once
#include "ui/kit/popup.h"
#include <functional>

class QLineEdit;

namespace vox::kit {

class PaletteList;

// One thing Ctrl+K can find: a command, a document, a conversation, a setting.
struct PaletteEntry {
    const char *icon = "";
    QString title;
    QString kind;     // "Conversation", "Settings": in the language of the moment
    QString shortcut; // native text
    std::function<void()> run;
};

// Finds any command or thing by a few letters. Keyboard: type, Up and Down, Enter, Escape. The owner gives the entries
// when it opens and may add sources that search on each letter; both are asked on the main thread and must be quick.
class CommandPalette : public Popup {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *owner);

    void setEntries(const QList<PaletteEntry> &entries);
    // Asked with the typed text; its answers come after the entries' matches, in their order.
    using Source = std::function<QList<PaletteEntry>(const QString &typed)>;
    void addSource(Source source);
    void open();

    // What is listed now, best first; for tests and readers.
    QStringList titles() const;

signals:
    void chosen(const QString &title);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusFirst() override;

private:
    void filter();
    void place();
    void run(int row);
    void translate();

    QLineEdit *m_field;
    PaletteList *m_list;
    QList<PaletteEntry> m_entries;
    QList<Source> m_sources;
};

} // namespace vox::kit
