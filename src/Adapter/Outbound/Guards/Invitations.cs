namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// "Agregame", "me acha lá", "hablame al …": a call to be found or spoken to somewhere, whatever the place is called. Here a buyer writes; nobody calls, adds, follows or looks for a seller here.
/// </summary>
internal static class Invitations
{
    private const string Somewhere = "(al|ao|no|na|pelo|pela|por el|por la|en el|en la|nas|nos)";

    public static readonly string[] Patterns =
    [
        @"\b(agreg|agend|ubic|busc|busqu|segu|sig|marc|llam|timbr|hall|localiz|encontr|encuentr|visit|telefone|discal|rastr|googl|wasape|whatsape|stalk|mensaje|tagge|pill)[a-z]{0,3}(me|nos)\b",
        @"\b(me|nos) (ach[ae]s?|encontr[ae]s?|encontram|encuentr[ae]s?|busc[ao]s?|busca|procur[ae]|segue|sigue[ns]?|adicion[ae]|agreg[ae]s?|ubic[ae]s?|localiz[ae]s?|cham[ae]|lig[au]e?|marc[ae]s?|llam[ae]s?|add|timbras?)\b",
        @"\b(segue|siga|sigam|acompanh[ae]|curte|procur[ae]|busc[ae]|cham[ae]|ach[ae]|encontr[ae]|adicion[ae]) a gente\b",
        $@"\b(habl[ae]me|habl[ae]nos|escrib[aie]me|escrib[aie]nos|llam[ae]me|mand[ae]me|mand[ae]nos|contact[ae]me|contact[ae]nos|me cham[ae]|cham[ae]|fal[ae] (comigo|com a gente)|me mand[ae]|me escrev[ae]|escreve|comunicate|comuniquese|contactese)( (un|um|una|uma|mensaje|mensajito|mensagem|audio|foto|msj|msg|texto|directo|direto|la|alla|nomas))* {Somewhere} ",
    ];

    /// <summary>What it says instead that the talk stays here, or that a thing is sought.</summary>
    public const string Here =
        @"\b(por aca|por aqui|aca|aqui|este medio|este chat|el chat|o chat|no chat|campo de perguntas|nas perguntas|en las preguntas|preguntas|perguntas|mercado ?li[bv]re|mercado ?pago|la publicacion|nesta|neste|nessa|en esta|en este|cualquier (duda|consulta|inquietud|cosa)|qualquer (duvida|coisa)|se precisar|si necesit[a-z]+|(modelo|codigo|medida|talle|etiqueta|chasis|chassi|placa|patente)|nos visit[a-z]+|la atencion|a atencao|(de|por|desde|en) la compra|(da|na) compra|pela compra|de la venta|da venda|libro|livro|cancion|pelicula)\b";
}
