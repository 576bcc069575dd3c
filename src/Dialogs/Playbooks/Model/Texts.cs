namespace MeliBot.Dialogs.Playbooks;

/// <summary>A text in its languages, each with one wording or several that say the same.</summary>
/// <param name="Variations">By key of a voice: <c>es</c>, <c>es-vos</c>, <c>es-MX</c>, <c>pt</c>. An empty key holds for every voice.</param>
public sealed record LocalText(IReadOnlyDictionary<string, IReadOnlyList<Template>> Variations, SourceSpan Source);

/// <summary>A Liquid template as the designer wrote it.</summary>
public sealed record Template(string Text, SourceSpan Source);

/// <summary>A Liquid condition, as it would stand behind <c>if</c>.</summary>
public sealed record Condition(string Text, SourceSpan Source);

/// <summary>Which wordings a site hears, best first: <c>MLA</c> is <c>es-AR</c>, then <c>es-vos</c> (voseo), then <c>es</c>.</summary>
/// <param name="Chains">By site or locale.</param>
public sealed record VoiceTable(IReadOnlyDictionary<string, IReadOnlyList<string>> Chains);
