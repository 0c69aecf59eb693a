using System.Collections.Frozen;

namespace ModelBuilder.Extraction;

/// <summary>Places of the world by which companies break down their revenue; an adjective means its place.</summary>
internal static class Regions
{
    private static readonly FrozenDictionary<string, string> Places = Read(
        "us=us,u_s,usa,american,united_states,u_s_a|europe=europe,european|north_america=north_america,north_american|south_america=south_america,south_american|latin_america=latin_america,latin_american|"
        + "asia=asia,asian|asia_pacific=asia_pacific,apac|china=china,chinese|japan=japan,japanese|canada=canada,canadian|mexico=mexico,mexican|brazil=brazil,brazilian|india=india,indian|"
        + "germany=germany,german|france=france,french|uk=uk,british,united_kingdom|emea=emea|middle_east=middle_east|africa=africa,african|australia=australia,australian|"
        + "rest_of_world=rest_of_world,rest_of_the_world,row|americas=americas,the_americas|international=international|domestic=domestic|eurasia=eurasia|korea=korea,korean|taiwan=taiwan,taiwanese|russia=russia,russian|"
        + "greater_china=greater_china|mainland_china=mainland_china|southeast_asia=southeast_asia|hong_kong=hong_kong|overseas=overseas|nordics=nordics,nordic|italy=italy,italian|spain=spain,spanish|israel=israel,israeli");

    private static readonly string[] Remainders = ["other_", "rest_of_", "rest_of_the_"];

    /// <summary>The place that a name means, or null; what is left of a place, and several places in one name, are called as they are written.</summary>
    public static string? Of(string slug) => Places.GetValueOrDefault(slug)
        ?? (Remainders.Any(r => slug.StartsWith(r, StringComparison.Ordinal) && Places.ContainsKey(slug[r.Length..]))
            || (slug.Contains("_and_", StringComparison.Ordinal) && slug.Split("_and_").All(Places.ContainsKey)) ? slug : null);

    /// <summary>True for a word that says all the world, so that other words before the same noun say its parts.</summary>
    public static bool IsWorld(string word) => word is "global" or "worldwide" or "total" or "group";

    private static FrozenDictionary<string, string> Read(string table)
    {
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        foreach (string row in table.Split('|'))
        {
            string[] sides = row.Split('=');
            foreach (string name in sides[1].Split(','))
            {
                places[name] = sides[0];
            }
        }

        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
