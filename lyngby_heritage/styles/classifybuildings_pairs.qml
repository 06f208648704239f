<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips|CustomProperties" version="3.40.6">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="RuleRenderer">
  <rules key="rod">
   <rule filter="&quot;lighed&quot; &gt;= coalesce(to_real(@lighed_graense), 0.75) - 1e-9" key="ens" label="Ens naboer" symbol="0" />
   <rule filter="&quot;lighed&quot; &lt; coalesce(to_real(@lighed_graense), 0.75) - 1e-9" key="ikke_ens" label="Ikke ens naboer" symbol="1" />
   <rule filter="ELSE" key="ukendt" label="Ukendt lighed" symbol="2" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleLine" enabled="1" id="ens_0" locked="0" pass="1">
     <Option type="Map">
      <Option name="align_dash_pattern" type="QString" value="0" />
      <Option name="capstyle" type="QString" value="square" />
      <Option name="customdash" type="QString" value="5;2" />
      <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="customdash_unit" type="QString" value="MM" />
      <Option name="dash_pattern_offset" type="QString" value="0" />
      <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="dash_pattern_offset_unit" type="QString" value="MM" />
      <Option name="draw_inside_polygon" type="QString" value="0" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="line_color" type="QString" value="168,72,28,255,rgb:0.6588235294117647,0.28235294117647058,0.10980392156862745,1" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="line_width" type="QString" value="0.6" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="offset" type="QString" value="0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="ring_filter" type="QString" value="0" />
      <Option name="trim_distance_end" type="QString" value="0" />
      <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_end_unit" type="QString" value="MM" />
      <Option name="trim_distance_start" type="QString" value="0" />
      <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_start_unit" type="QString" value="MM" />
      <Option name="tweak_dash_pattern_on_corners" type="QString" value="0" />
      <Option name="use_custom_dash" type="QString" value="0" />
      <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleLine" enabled="1" id="ikke_ens_0" locked="0" pass="0">
     <Option type="Map">
      <Option name="align_dash_pattern" type="QString" value="1" />
      <Option name="capstyle" type="QString" value="square" />
      <Option name="customdash" type="QString" value="1.6;1.2" />
      <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="customdash_unit" type="QString" value="MM" />
      <Option name="dash_pattern_offset" type="QString" value="0" />
      <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="dash_pattern_offset_unit" type="QString" value="MM" />
      <Option name="draw_inside_polygon" type="QString" value="0" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="line_color" type="QString" value="85,113,143,255,rgb:0.33333333333333331,0.44313725490196076,0.5607843137254902,1" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="line_width" type="QString" value="0.3" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="offset" type="QString" value="0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="ring_filter" type="QString" value="0" />
      <Option name="trim_distance_end" type="QString" value="0" />
      <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_end_unit" type="QString" value="MM" />
      <Option name="trim_distance_start" type="QString" value="0" />
      <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_start_unit" type="QString" value="MM" />
      <Option name="tweak_dash_pattern_on_corners" type="QString" value="0" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleLine" enabled="1" id="ukendt_0" locked="0" pass="2">
     <Option type="Map">
      <Option name="align_dash_pattern" type="QString" value="0" />
      <Option name="capstyle" type="QString" value="square" />
      <Option name="customdash" type="QString" value="5;2" />
      <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="customdash_unit" type="QString" value="MM" />
      <Option name="dash_pattern_offset" type="QString" value="0" />
      <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="dash_pattern_offset_unit" type="QString" value="MM" />
      <Option name="draw_inside_polygon" type="QString" value="0" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="line_color" type="QString" value="255,0,200,255,rgb:1,0,0.78431372549019607,1" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="line_width" type="QString" value="0.8" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="offset" type="QString" value="0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="ring_filter" type="QString" value="0" />
      <Option name="trim_distance_end" type="QString" value="0" />
      <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_end_unit" type="QString" value="MM" />
      <Option name="trim_distance_start" type="QString" value="0" />
      <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_start_unit" type="QString" value="MM" />
      <Option name="tweak_dash_pattern_on_corners" type="QString" value="0" />
      <Option name="use_custom_dash" type="QString" value="0" />
      <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <data-defined-properties>
   <Option type="Map">
    <Option name="name" type="QString" value="" />
    <Option name="properties" />
    <Option name="type" type="QString" value="collection" />
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1" />
 </selection>
 <customproperties>
  <Option type="Map">
   <Option name="variableNames" type="StringList">
    <Option type="QString" value="lighed_graense" />
   </Option>
   <Option name="variableValues" type="StringList">
    <Option type="QString" value="0.75" />
   </Option>
  </Option>
 </customproperties>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <aliases>
  <alias field="fra_id" index="0" name="Fra bygning" />
  <alias field="til_id" index="1" name="Til nabobygning" />
  <alias field="lighed" index="2" name="Lighed" />
  <alias field="ens_paa" index="3" name="Ens på" />
  <alias field="forskellig_paa" index="4" name="Forskellig på" />
 </aliases>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer collapsed="0" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" groupBox="0" horizontalStretch="0" name="Oplysninger" showLabel="1" type="Tab" verticalStretch="0" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField horizontalStretch="0" index="0" name="fra_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="1" name="til_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="2" name="lighed" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="3" name="ens_paa" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="4" name="forskellig_paa" showLabel="1" verticalStretch="0">
    </attributeEditorField>
  </attributeEditorContainer>
 </attributeEditorForm>
 <previewExpression>coalesce(nullif(to_string(attribute(@feature, 'adresse')), ''), nullif(to_string(attribute(@feature, 'navn')), ''), nullif(to_string(attribute(@feature, 'jordstykker')), ''), nullif(to_string(attribute(@feature, 'tema_navn')), ''), nullif(to_string(attribute(@feature, 'kilde')), ''), 'Bygning uden adresse (BBR ' || nullif(to_string(attribute(@feature, 'bbrnummer')), '') || ')', 'Bygning uden adresse (id ' || left(nullif(to_string(attribute(@feature, 'bygning_id')), ''), 8) || ')', nullif(to_string(attribute(@feature, 'objekt_id')), ''), nullif(to_string(attribute(@feature, 'ejendom_id')), ''), nullif(to_string(attribute(@feature, 'fra_id')), ''), 'Nr. ' || to_string(@id))</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family: sans-serif; max-width: 28em"&gt;
&lt;b&gt;Lighed: [% coalesce(replace(to_string(round(100 * attribute(@feature, 'lighed'), 1)), '.', ','), '?') %] %&lt;/b&gt;
&lt;p style="margin: 0.3em 0"&gt;Ens på: [% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'ens_paa')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), 'intet') %]&lt;br&gt;Forskellig på: [% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'forskellig_paa')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), 'intet') %]&lt;/p&gt;
&lt;/div&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
