// Long: the list of every browser file. The compiler reads them where they lie and puts their bytes into the program.
#include "CAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// All styles are one file for the browser.
static const unsigned char konak_css[] = {
#embed "../UI/Web/css/tokens.css" suffix(,)
#embed "../UI/Web/css/base.css" suffix(,)
#embed "../UI/Web/css/tones.css" suffix(,)
#embed "../UI/Web/css/button.css" suffix(,)
#embed "../UI/Web/css/field.css" suffix(,)
#embed "../UI/Web/css/choice.css" suffix(,)
#embed "../UI/Web/css/picker.css" suffix(,)
#embed "../UI/Web/css/table.css" suffix(,)
#embed "../UI/Web/css/filter.css" suffix(,)
#embed "../UI/Web/css/board.css" suffix(,)
#embed "../UI/Web/css/pieces.css" suffix(,)
#embed "../UI/Web/css/overlay.css" suffix(,)
#embed "../UI/Web/css/shell.css" suffix(,)
#embed "../UI/Web/css/page.css" suffix(,)
#embed "../UI/Web/css/people.css" suffix(,)
#embed "../UI/Web/css/door.css"
};

static const unsigned char app_js[] = {
#embed "../UI/Web/js/app.js"
};
static const unsigned char board_js[] = {
#embed "../UI/Web/js/board.js"
};
static const unsigned char date_js[] = {
#embed "../UI/Web/js/date.js"
};
static const unsigned char dom_js[] = {
#embed "../UI/Web/js/dom.js"
};
static const unsigned char drop_js[] = {
#embed "../UI/Web/js/drop.js"
};
static const unsigned char form_js[] = {
#embed "../UI/Web/js/form.js"
};
static const unsigned char kept_js[] = {
#embed "../UI/Web/js/kept.js"
};
static const unsigned char menu_js[] = {
#embed "../UI/Web/js/menu.js"
};
static const unsigned char money_js[] = {
#embed "../UI/Web/js/money.js"
};
static const unsigned char palette_js[] = {
#embed "../UI/Web/js/palette.js"
};
static const unsigned char passkey_js[] = {
#embed "../UI/Web/js/passkey.js"
};
static const unsigned char phone_js[] = {
#embed "../UI/Web/js/phone.js"
};
static const unsigned char pick_js[] = {
#embed "../UI/Web/js/pick.js"
};
static const unsigned char queue_js[] = {
#embed "../UI/Web/js/queue.js"
};
static const unsigned char save_js[] = {
#embed "../UI/Web/js/save.js"
};
static const unsigned char secret_js[] = {
#embed "../UI/Web/js/secret.js"
};
static const unsigned char sheet_js[] = {
#embed "../UI/Web/js/sheet.js"
};
static const unsigned char sw_js[] = {
#embed "../UI/Web/js/sw.js"
};
static const unsigned char swipe_js[] = {
#embed "../UI/Web/js/swipe.js"
};
static const unsigned char table_js[] = {
#embed "../UI/Web/js/table.js"
};
static const unsigned char tabs_js[] = {
#embed "../UI/Web/js/tabs.js"
};
static const unsigned char tip_js[] = {
#embed "../UI/Web/js/tip.js"
};
static const unsigned char toast_js[] = {
#embed "../UI/Web/js/toast.js"
};
static const unsigned char htmx[] = {
#embed "made/htmx.js"
};
static const unsigned char icons[] = {
#embed "made/icons.svg"
};
static const unsigned char inter[] = {
#embed "made/inter.woff2"
};

static const struct konak_asset konak_assets[] = {
    {"face.css", konak_css, sizeof konak_css},
    {"app.js", app_js, sizeof app_js},
    {"board.js", board_js, sizeof board_js},
    {"date.js", date_js, sizeof date_js},
    {"dom.js", dom_js, sizeof dom_js},
    {"drop.js", drop_js, sizeof drop_js},
    {"form.js", form_js, sizeof form_js},
    {"kept.js", kept_js, sizeof kept_js},
    {"menu.js", menu_js, sizeof menu_js},
    {"money.js", money_js, sizeof money_js},
    {"palette.js", palette_js, sizeof palette_js},
    {"passkey.js", passkey_js, sizeof passkey_js},
    {"phone.js", phone_js, sizeof phone_js},
    {"pick.js", pick_js, sizeof pick_js},
    {"queue.js", queue_js, sizeof queue_js},
    {"save.js", save_js, sizeof save_js},
    {"secret.js", secret_js, sizeof secret_js},
    {"sheet.js", sheet_js, sizeof sheet_js},
    {"sw.js", sw_js, sizeof sw_js},
    {"swipe.js", swipe_js, sizeof swipe_js},
    {"table.js", table_js, sizeof table_js},
    {"tabs.js", tabs_js, sizeof tabs_js},
    {"tip.js", tip_js, sizeof tip_js},
    {"toast.js", toast_js, sizeof toast_js},
    {"htmx.js", htmx, sizeof htmx},
    {"icons.svg", icons, sizeof icons},
    {"inter.woff2", inter, sizeof inter},
};

const size_t konak_asset_count = sizeof konak_assets / sizeof *konak_assets;

const struct konak_asset *konak_asset_at(size_t index) {
    return &konak_assets[index < konak_asset_count ? index : konak_asset_count - 1];
}
