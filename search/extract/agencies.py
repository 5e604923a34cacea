"""News agencies and broadcasters by the short names they sign with."""

from __future__ import annotations

AGENCY = (
    r"(?:VNA|VNS|VNP|VOVworld|VOV|VGP|VTV|VTC|NDO|NLDO|SGGPO|SGGP|PANO|QDND|CPV|VNE|VIR|VEN|TTXVN|VietnamPlus|Vietnamplus"
    r"|Xinhua|AFP|Reuters|AP|UPI|TASS|ANI|PTI|IANS|Bernama|KPL|AKP|Kyodo|Yonhap|Antara|NAN|APA|ANSA|EFE|DPA)"
)
FULL_NAME = (
    r"(?:(?:The\s)?Associated\sPress|Agence\sFrance-Presse|Viet\s?[Nn]am\sNews(?:\sAgency)?|Nhan\sDan(?:\sOnline)?"
    r"|(?:[A-Z][A-Za-z]{1,20}\s){1,4}News\sAgency|People's\sDaily(?:\sOnline)?|UN\sNews)"
)
SITE = r"(?:[\w-]{2,30}\.){1,3}(?:vn|VN|com|net|org|cn|gov|info)"
