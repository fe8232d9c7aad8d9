#include "parse/name/places.hpp"

#include "parse/name/word_list.hpp"

namespace newsarc::parsing {
namespace {

constexpr std::string_view cities =
    "abidjan, abu dhabi, abuja, accra, addis ababa, aleppo, algiers, amman, amsterdam, ankara, "
    "antananarivo, athens, atlanta, auckland, austin, baghdad, baku, baltimore, bamako, bangalore, "
    "bengaluru, bangkok, barcelona, beijing, beirut, belfast, belgrade, benghazi, berlin, berne, bern, "
    "bogota, bonn, boston, brasilia, bratislava, brisbane, brussels, bucharest, budapest, buenos aires, "
    "cairo, calcutta, canberra, cape town, caracas, casablanca, chennai, chicago, cleveland, cologne, "
    "colombo, copenhagen, dakar, dallas, damascus, dar es salaam, davos, delhi, denver, detroit, dhaka, "
    "djibouti, doha, donetsk, dubai, dublin, edinburgh, frankfurt, gaza, gaza city, geneva, glasgow, "
    "guangzhou, guatemala city, hamburg, hanoi, harare, havana, helsinki, ho chi minh city, hong kong, "
    "honolulu, houston, hyderabad, indianapolis, islamabad, istanbul, jakarta, jeddah, jerusalem, "
    "johannesburg, juba, kabul, kampala, kandahar, karachi, kathmandu, kharkiv, khartoum, kiev, kyiv, "
    "kigali, kingston, kinshasa, kolkata, kuala lumpur, kuwait city, kuwait, lagos, lahore, la paz, las "
    "vegas, lima, lisbon, london, los angeles, luanda, lusaka, luxembourg, madrid, manama, manchester, "
    "manila, maputo, melbourne, mexico city, miami, milan, milwaukee, minneapolis, minsk, mogadishu, "
    "monrovia, montevideo, montreal, moscow, mosul, mumbai, munich, muscat, nairobi, new delhi, new "
    "orleans, new york, niamey, nicosia, oklahoma city, oslo, ottawa, ouagadougou, panama city, paris, "
    "peking, perth, peshawar, philadelphia, phnom penh, phoenix, pittsburgh, port-au-prince, prague, "
    "pretoria, pyongyang, quebec city, quetta, quito, rabat, ramallah, rangoon, yangon, reykjavik, "
    "abeokuta, akure, asaba, awka, bauchi, benin city, calabar, enugu, ibadan, ilorin, jos, kaduna, kano, "
    "katsina, lokoja, maiduguri, makurdi, minna, onitsha, osogbo, owerri, port harcourt, sokoto, umuahia, "
    "uyo, warri, yenagoa, yola, zaria, rawalpindi, multan, faisalabad, lucknow, jaipur, pune, ahmedabad, "
    "bhopal, patna, ranchi, guwahati, chandigarh, kochi, surat, nagpur, indore, noida, gurugram, imphal, "
    "dehradun, shimla, leh, jammu, visakhapatnam, amaravati, thiruvananthapuram, bhubaneswar, tokyo, osaka, "
    "nagoya, kyiv, lviv, odesa, turin, naples, florence, lyon, marseille, valencia, bilbao, sevilla, porto, "
    "ciudad de mexico, brasilia, rio, guadalajara, monterrey, medellin, cali, guayaquil, koln, dusseldorf, "
    "stuttgart, munchen, leipzig, dresden, brussel, bruxelles, geneve, wien, praha, roma, milano, napoli, "
    "torino, lisboa, la habana, bruselas, londres, nueva york, moscu, pekin, paramaribo, windhoek, gaborone, "
    "lilongwe, bamako, bangui, conakry, freetown, lome, cotonou, libreville, malabo, ndjamena, n'djamena, "
    "asmara, antananarivo, victoria, port louis, riga, rio de janeiro, riyadh, rome, saint petersburg, st. "
    "petersburg, salt lake city, san antonio, "
    "san diego, san francisco, san jose, san juan, sanaa, santiago, santo domingo, sao paulo, sarajevo, "
    "seattle, seoul, shanghai, singapore, skopje, sofia, srinagar, stockholm, strasbourg, sydney, "
    "taipei, tallinn, tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the hague, tokyo, toronto, "
    "tripoli, tunis, ulan bator, united nations, vancouver, vatican city, vienna, vientiane, vilnius, "
    "warsaw, washington, washington dc, washington d.c., wellington, yaounde, yerevan, zagreb, zurich";

constexpr std::string_view agencies =
    "reuters, reuter, ap, associated press, the associated press, afp, agence france-presse, upi, cnn, "
    "bbc, bbc news, ani, pti, ians, uni, xinhua, tass, itar-tass, interfax, ria, ria novosti, sputnik, "
    "dpa, efe, ansa, kyodo, yonhap, anadolu, aa, bernama, nan, apa, cbs, cbs news, nbc, nbc news, abc, "
    "abc news, fox news, rfe/rl, voa, bloomberg, dow jones, pa, pa media, cp, the canadian press, aap, "
    "lusa, belga, anp, mena, wafa, irna, ukrinform, unian, pap, ctk, agerpres, prnewswire, pr newswire, "
    "business wire, globe newswire, globenewswire, accesswire, newswire, jta, rns, ips, app, bss, "
    "antara, sana, dw, apro, europa press, folhapress, agencia brasil, ats, sda, keystone-ats, dpa-afx, "
    "afp-jiji, jiji, jiji press, thomson reuters foundation, reuters breakingviews, bna, cmc, kuna, ina, "
    "aap, "
    "tasnim, irib, isna, fars, mna, vna, cna, cnw, apo, news agency of nigeria, zee news, ht, et, toi, tnn, "
    "kfor, scmp, rappler, gma, abs-cbn, nhk, kbs, mbc, sbs, rtvs, rte, itv, itn, sky news, channels tv, spa, "
    "wam, qna, petra, tap, aps, map";

constexpr std::string_view never_places =
    "update, updated, breaking, breaking news, exclusive, video, watch, photos, photo, opinion, "
    "analysis, commentary, editorial, review, correction, corrected, advisory, warning, note, notice, "
    "alert, live, just in, developing, factbox, explainer, interview, poll, column, feature, q, a, faq, "
    "summary, background, related, more, read more, read also, also read, see also, caption, image, "
    "spoiler, editor's note, editors note, media, sponsored, advertisement, important, urgent, flash, "
    "bulletin, headline, headlines, news, sports, sport, weather, business, politics, world, tl;dr, "
    "tldr, ps, p.s., fact, myth, claim, verdict, rating, answer, question, source, credit, who, what, "
    "when, where, why, how, trump, clinton, obama, biden, key points, highlights, fact check, special "
    "report, insight, wrapup, refile, repeat, recap, text, transcript, release";

}  // namespace

bool is_known_city(std::string_view folded) {
    static const WordList words(cities);
    return words.holds(folded);
}
bool is_known_agency(std::string_view folded) {
    static const WordList words(agencies);
    return words.holds(folded);
}
bool is_never_place(std::string_view folded) {
    static const WordList words(never_places);
    return words.holds(folded);
}

}  // namespace newsarc::parsing
