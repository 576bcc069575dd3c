namespace MeliBot.Dialogs.Understanding;

/// <summary>The intents that come with the product.</summary>
public static class ShippedIntents
{
    private const string Prefix = "shipped/intents/";

    /// <param name="place">Of <see cref="IntentPlaces"/>.</param>
    public static TrainingSet Read(string place = IntentPlaces.Questions)
    {
        var assembly = typeof(ShippedIntents).Assembly;
        return IntentFiles.Read(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Prefix.Length..], Resource.Text(name))), place);
    }
}
