#pragma once
#include <QWidget>

class QVBoxLayout;

// Buttons, fields, choices, chips, tabs, table, progress, messages, palette, menu, empty state, tool tip: one page to hold
// beside the mock-up.
class ControlsPage : public QWidget {
public:
    explicit ControlsPage(bool russian);

private:
    QVBoxLayout *section(QVBoxLayout *column, const char *english, const char *russian);
    void left(QVBoxLayout *column);
    void right(QVBoxLayout *column);
    bool m_russian;
};
