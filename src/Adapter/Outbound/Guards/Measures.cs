using System.Collections.Frozen;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>What numbers count and measure.</summary>
internal static class Measures
{
    private static readonly FrozenSet<string> Units =
        ("cm cms mm mts mt m km kms m2 m3 kg kgs kilos g gr grs gramos gramas mg l lt lts litros litro ml cc v volt volts voltios w ohm ohms watt watts kw kva va hz khz mhz ghz mah ah a amp amper amperes rpm lm lumen lumens lumenes k gb tb mb "
        + "dpi px pulgadas pulgada polegadas metros metro centimetros milimetros unidades unidade unid uds u pares par piezas pieza pecas pzas cuotas vezes meses mes dias dia horas hora hs h min minutos segundos ano anos pesos reais dolares soles usd btu "
        + "btus hp hojas folhas paginas puntos grados graus bar psi c f x ppm frigorias personas pessoas mil mpx mp fps db lb lbs oz kwh cv pies tn toneladas bits nits iu ui ui hilos discos disco cds dvds capitulos capitulo episodios temporadas tomos libros livros velocidades marchas plazas lugares vueltas pcs").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsUnit(string word) => Units.Contains(word);
}
