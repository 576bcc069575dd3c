namespace MeliBot.Inbox.Writing;

/// <summary>A text that agents insert by typing a slash and its code.</summary>
/// <param name="Code">Lower case, without the slash.</param>
/// <param name="Text">With <c>{{variables}}</c>.</param>
/// <param name="Account">Null for every account. Of two with one code the account's own counts.</param>
public sealed record QuickText(string Code, string Text, long? Account = null);
