namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A telephone in parts, among measures or as a code, which tells of itself by what is to be done with it: put together, read in a row, dialled.</summary>
internal static class DialledParts
{
    private const string Dial =
        @"(disc(a|ar|ador|al[oa]|as)|marcal[oa]|marquel[oa]|(ya )?podes marcar|puedes marcar|dales marcar|y marque|y marca|con las teclas|codigo que suena|ese lote|pegame un|telefono en la mano|como si fuera telefono|y llama|y llame|lo podes marcar|liga ai|liga que|llama antes|y hablamos|fala comigo|encontrarme|donde me consigue|si me quiere hablar|y atiende|quem atende|pra falar|te atiende)";

    private const string Row =
        @"((leel[oa]s?|lee|leer|lees|leidos?) de corrido|(le|lee|quem le) corrido|(leelo|leelos) seguid[a-z]+|seguidito|(solo|nomas) (con )?los numeros|so os numeros|las palabras sobran|(sin|obvie|sacale|cambia|quita) (las )?letras|sem as letras|tira os quadrados|juntalas? y|junta e boa|(e )?so juntar|solo juntar|los junta[s]?|armal[oa] y|juntalos)";

    public static readonly string[] Patterns =
    [
        $@"[0-9]{{2,}}[^!?]{{0,90}}\b{Row}\b",
        $@"\b{Row}\b[^!?]{{0,60}}[0-9]{{2,}}",
        $@"[0-9]{{2,}}[^!?]{{0,70}}\b{Dial}\b",
        $@"\b{Dial}\b[^.!?]{{0,40}}[0-9]{{3,}}",
        @"\b(primera|primeira|segunda|otra|outra|tercera|terceira|ultima) (parte|mitad|metade)[^.!?]{0,25}[0-9]{2,}\b[^!?]{0,60}\b(parte|mitad|metade|junt[a-z]+|marc[a-z]+|disc[a-z]+|llam[a-z]+|lig[a-z]+|complet[a-z]+|armal[oa])\b|\bla parte (uno|1)[^.!?]{0,20}[0-9]{2,}[^!?]{0,40}\bla parte (dos|2)\b",
        @"\b(otra|outra|segunda) (mitad|metade|parte)\b[^.!?]{0,50}([0-9] ?){3,}[^!?]{0,60}\b(marc|complet|disc|llam|lig|junt)[a-z]*",
        @"\b(empieza|empeza|comienza|comeca|arranca|inicia|parte) (con|por|com|en|igual)( [a-z]+){0,3} [0-9]{1,4}\b[^!?]{0,50}\b(termin|acab|despues|depois|ponga|no meio|entremedio|en el (medio|centro))[a-z]*[^.!?]{0,25}[0-9]",
        @"\b(0800|0810|018000|800)\b[^.!?]{0,40}\b(llam|marc|lig|disc|atiend|atend|nuestr|noss|fala|resuelv|sai|vend)[a-z]*|\b(nuestro|nosso|nuestra linea|marca|marque|disca|disque|llama al|ligue) (0800|0810|018000|800)\b",
        @"\b(sms|mensaje de texto|torpedo)\b[^.!?]{0,40}[0-9]{4,6}\b",
        @"\b(continu[a-z]+|la otra parte|el resto|sigue|segue) (a |la |na |en la |en mi )?(resposta|respuesta|proxima|anterior)[^!?]{0,30}[0-9]{2,}",
        @"\b(despues|depois|luego) (el ano|o ano) (del?|que|em que|en que)\b",
        @"\b(mi|meu|el|o) (nombre de usuario|apelido|nick|usuario)[^.!?]{0,60}\b(digitos|numeros|caracteres|cifras)\b",
    ];
}
