#pragma once
#include "ui/screens/settings/team/team_page.h"
#include "ui/viewmodels/keys_view_model.h"

class QPushButton;
class QStandardItemModel;

namespace vox {

// API keys: made with what they may and until when, shown once, revoked.
class KeysPage : public TeamPage {
    Q_OBJECT
public:
    explicit KeysPage(KeysViewModel &keys, QWidget *parent = nullptr);

protected:
    bool isEmpty() const override { return m_keys.keys().isEmpty(); }
    void emptyPressed() override { openMake(); }
    void refresh() override;

private:
    void openMake();
    void askRevoke();
    QString scopesText(const ApiKeyInfo &key) const;

    KeysViewModel &m_keys;
    QStandardItemModel *m_rows;
    QTableView *m_table;
    QPushButton *m_revoke;
};

} // namespace vox
