#pragma once
#include "ui/kit/colours.h"
#include <QWidget>
#include <functional>

namespace vox::kit {

class ToastCard;

enum class ToastLevel : quint8 { Information, Warning, Error, Emergency };

// A message of the moment. Information leaves after 6 s, a warning after 12 s, an error stays, an emergency stays on top.
struct Toast {
    ToastLevel level = ToastLevel::Information;
    QString title;
    QString text;
    QString action; // the one button, may be empty: "Undo"
    std::function<void()> run;
};

// The stack of toasts in the lower right corner of its window, or where it covers nothing that can be pressed or typed into; three
// are shown, newer ones wait. Owned by the window.
class Toasts : public QWidget {
    Q_OBJECT
public:
    explicit Toasts(QWidget *window);

    // Returns an id for dismiss().
    int post(const Toast &toast);
    void dismiss(int id);
    int waiting() const { return int(m_waiting.size()); }
    int shown() const { return int(m_cards.size()); }
    // Keeps this many pixels free at the bottom (status bar).
    void setBottomInset(int pixels);

    static Meaning meaning(ToastLevel level);
    static const char *icon(ToastLevel level);
    // Milliseconds; 0 stays.
    static int lifetime(ToastLevel level);

signals:
    void dismissed(int id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Waiting {
        int id;
        Toast toast;
    };
    void fill();
    void arrange();
    void arrangeSoon();
    void remove(ToastCard *card);

    QList<ToastCard *> m_cards;
    QList<Waiting> m_waiting;
    int m_next = 1;
    int m_inset = 24;
    bool m_soon = false;
};

} // namespace vox::kit
