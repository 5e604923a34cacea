"""The countries that records of international meetings print in brackets after a speaker's name. In lower case."""

from __future__ import annotations

COUNTRIES = frozenset(
    """
    afghanistan|albania|algeria|andorra|angola|antigua and barbuda|argentina|armenia|australia|austria|azerbaijan|
    bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia and herzegovina|
    botswana|brazil|brunei|brunei darussalam|bulgaria|burkina faso|burundi|cabo verde|cambodia|cameroon|canada|
    central african republic|chad|chile|china|colombia|comoros|congo|costa rica|cote d'ivoire|croatia|cuba|cyprus|
    czech republic|czechia|denmark|djibouti|dominica|dominican republic|ecuador|egypt|el salvador|
    equatorial guinea|eritrea|estonia|eswatini|ethiopia|european union|fiji|finland|france|gabon|gambia|georgia|
    germany|ghana|greece|grenada|guatemala|guinea|guinea-bissau|guyana|haiti|holy see|honduras|hungary|iceland|
    india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kiribati|kuwait|
    kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|madagascar|malawi|
    malaysia|maldives|mali|malta|marshall islands|mauritania|mauritius|mexico|micronesia|moldova|monaco|mongolia|
    montenegro|morocco|mozambique|myanmar|namibia|nauru|nepal|netherlands|new zealand|nicaragua|niger|nigeria|
    north macedonia|norway|oman|pakistan|palau|palestine|panama|papua new guinea|paraguay|peru|philippines|poland|
    portugal|qatar|republic of korea|romania|russia|russian federation|rwanda|saint kitts and nevis|saint lucia|
    samoa|san marino|saudi arabia|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|
    solomon islands|somalia|south africa|south sudan|spain|sri lanka|state of palestine|sudan|suriname|sweden|
    switzerland|syria|tajikistan|tanzania|thailand|timor-leste|togo|tonga|trinidad and tobago|tunisia|turkey|
    turkiye|turkmenistan|tuvalu|uganda|ukraine|united arab emirates|united kingdom|united republic of tanzania|
    united states|united states of america|uruguay|uzbekistan|vanuatu|venezuela|viet nam|vietnam|yemen|zambia|
    zimbabwe
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
