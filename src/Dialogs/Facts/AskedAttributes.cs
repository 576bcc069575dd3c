using System.Collections.Frozen;

namespace MeliBot.Dialogs.Facts;

/// <summary>Which lines of the data sheet a question is about: those whose name it says, and those that buyers call otherwise.</summary>
internal static class AskedAttributes
{
    private const int MostAsked = 3;

    // A buyer's word, and the beginnings of the platform's attribute ids that it may mean.
    private static readonly FrozenDictionary<string, string[]> Meant = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["watts"] = ["POWER"],
        ["watt"] = ["POWER"],
        ["w"] = ["POWER"],
        ["potencia"] = ["POWER"],
        ["hp"] = ["POWER", "ENGINE_POWER"],
        ["litros"] = ["CAPACITY", "VOLUME", "TOTAL_CAPACITY"],
        ["litro"] = ["CAPACITY", "VOLUME"],
        ["capacidad"] = ["CAPACITY", "TOTAL_CAPACITY", "VOLUME"],
        ["capacidade"] = ["CAPACITY", "TOTAL_CAPACITY", "VOLUME"],
        ["mah"] = ["BATTERY_CAPACITY"],
        ["bateria"] = ["BATTERY"],
        ["ram"] = ["RAM"],
        ["gb"] = ["INTERNAL_MEMORY", "STORAGE", "RAM"],
        ["almacenamiento"] = ["INTERNAL_MEMORY", "STORAGE"],
        ["armazenamento"] = ["INTERNAL_MEMORY", "STORAGE"],
        ["voltaje"] = ["VOLTAGE"],
        ["voltagem"] = ["VOLTAGE"],
        ["tension"] = ["VOLTAGE"],
        ["tensao"] = ["VOLTAGE"],
        ["voltios"] = ["VOLTAGE"],
        ["volts"] = ["VOLTAGE"],
        ["v"] = ["VOLTAGE"],
        ["220"] = ["VOLTAGE"],
        ["110"] = ["VOLTAGE"],
        ["127"] = ["VOLTAGE"],
        ["220v"] = ["VOLTAGE"],
        ["110v"] = ["VOLTAGE"],
        ["127v"] = ["VOLTAGE"],
        ["bivolt"] = ["VOLTAGE"],
        ["pesa"] = ["WEIGHT"],
        ["peso"] = ["WEIGHT"],
        ["kilos"] = ["WEIGHT", "NET_WEIGHT"],
        ["alto"] = ["HEIGHT"],
        ["altura"] = ["HEIGHT"],
        ["ancho"] = ["WIDTH"],
        ["largura"] = ["WIDTH"],
        ["largo"] = ["LENGTH", "DEPTH"],
        ["comprimento"] = ["LENGTH", "DEPTH"],
        ["profundidad"] = ["DEPTH"],
        ["profundidade"] = ["DEPTH"],
        ["diametro"] = ["DIAMETER"],
        ["marca"] = ["BRAND"],
        ["modelo"] = ["MODEL"],
        ["fabricante"] = ["MANUFACTURER", "BRAND"],
        ["origen"] = ["ORIGIN"],
        ["origem"] = ["ORIGIN"],
        ["fabricado"] = ["ORIGIN"],
        ["procedencia"] = ["ORIGIN"],
        ["material"] = ["MATERIAL", "MAIN_MATERIAL"],
        ["tela"] = ["MATERIAL", "MAIN_MATERIAL", "FABRIC"],
        ["tecido"] = ["MATERIAL", "MAIN_MATERIAL", "FABRIC"],
        ["hecho"] = ["MATERIAL", "MAIN_MATERIAL"],
        ["hecha"] = ["MATERIAL", "MAIN_MATERIAL"],
        ["feito"] = ["MATERIAL", "MAIN_MATERIAL"],
        ["feita"] = ["MATERIAL", "MAIN_MATERIAL"],
        ["cuero"] = ["MATERIAL", "MAIN_MATERIAL", "UPPER_MATERIALS"],
        ["couro"] = ["MATERIAL", "MAIN_MATERIAL", "UPPER_MATERIALS"],
        ["algodon"] = ["MATERIAL", "MAIN_MATERIAL", "COMPOSITION"],
        ["algodao"] = ["MATERIAL", "MAIN_MATERIAL", "COMPOSITION"],
        ["pantalla"] = ["DISPLAY_SIZE", "SCREEN"],
        ["pulgadas"] = ["DISPLAY_SIZE", "SCREEN", "DIAGONAL"],
        ["polegadas"] = ["DISPLAY_SIZE", "SCREEN", "DIAGONAL"],
        ["camara"] = ["MAIN_REAR_CAMERA", "REAR_CAMERA"],
        ["camera"] = ["MAIN_REAR_CAMERA", "REAR_CAMERA"],
        ["procesador"] = ["PROCESSOR"],
        ["processador"] = ["PROCESSOR"],
        ["edad"] = ["MIN_RECOMMENDED_AGE", "RECOMMENDED_AGE", "AGE"],
        ["idade"] = ["MIN_RECOMMENDED_AGE", "RECOMMENDED_AGE", "AGE"],
        ["unidades"] = ["UNITS_PER_P"],
        ["piezas"] = ["PIECES", "UNITS_PER_P"],
        ["pecas"] = ["PIECES", "UNITS_PER_P"],
        ["incluye"] = ["INCLUDES", "INCLUDED", "ACCESSORIES"],
        ["inclui"] = ["INCLUDES", "INCLUDED", "ACCESSORIES"],
        ["accesorios"] = ["ACCESSORIES", "INCLUDED"],
        ["acessorios"] = ["ACCESSORIES", "INCLUDED"],
        ["inalambrico"] = ["IS_WIRELESS", "WIRELESS"],
        ["impermeable"] = ["IS_WATERPROOF", "WATERPROOF", "WATER_RESISTANT"],
        ["bluetooth"] = ["WITH_BLUETOOTH", "BLUETOOTH"],
        ["wifi"] = ["WITH_WI_FI", "WI_FI"],
        ["ingredientes"] = ["INGREDIENTS"],
        ["gluten"] = ["GLUTEN", "IS_GLUTEN_FREE"],
        ["tacc"] = ["GLUTEN", "IS_GLUTEN_FREE"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words of attributes' names that say nothing alone.
    private static readonly FrozenSet<string> Empty = "de del da do la el los las y e con com para por en em tipo total maximo maxima minimo minima principal producto produto cantidad quantidade es tiene tem".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="words">Of the question, folded.</param>
    public static IReadOnlyList<ItemProperty> Find(IReadOnlyList<string> words, ItemView item)
    {
        if (item.Attributes.Count == 0) return [];
        var said = words.Select(Stem).ToHashSet(StringComparer.Ordinal);
        var meant = words.SelectMany(w => Meant.GetValueOrDefault(w) ?? []).Distinct(StringComparer.Ordinal).ToArray();
        return [.. item.Attributes.Where(a => IsMeant(a) || IsNamed(a)).Take(MostAsked)];

        bool IsMeant(ItemProperty attribute) => meant.Any(id => attribute.Id.Equals(id, StringComparison.Ordinal) || (id.Length > 3 && attribute.Id.StartsWith(id, StringComparison.Ordinal)));

        // "Capacidad de la batería" is asked by both its words, "Material" by its one.
        bool IsNamed(ItemProperty attribute)
        {
            var any = false;
            foreach (var word in OptionText.Words(attribute.Name))
            {
                if (word.Length < 4 || Empty.Contains(word)) continue;
                if (!said.Contains(Stem(word))) return false;
                any = true;
            }

            return any;
        }
    }

    private static string Stem(string word) => word.Length > 4 ? word.TrimEnd('s').TrimEnd('a', 'o', 'e') : word;
}
